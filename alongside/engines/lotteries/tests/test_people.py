"""What a lottery is held on, and its hash."""

import hashlib
import json

import pytest

from alongside.engines.lotteries import LotteriesError, Person, Quota, Task
from alongside.engines.lotteries.tests.pools import people

POOL = people("ann old", "bo mid", "cara old", household={"ann": "x", "cara": "x"})
QUOTAS = [Quota("age", "old", 1, 2), Quota("age", "mid", 0, 1)]


def task(pool=POOL, quotas=QUOTAS, **given):
    return Task.of(pool, quotas, **({"size": 2} | given))


def test_the_canonical_form_is_written_as_documented():
    assert json.loads(task().canonical) == [
        "alongside lottery 1",
        2,
        "automatic",
        1,
        [["age", "mid", 0, 1], ["age", "old", 1, 2]],
        [["ann", ["old"], "ann"], ["bo", ["mid"], "bo"], ["cara", ["old"], "ann"]],
        [],
    ]
    assert task().sha256 == hashlib.sha256(task().canonical.encode()).hexdigest()


def test_the_order_of_rows_and_the_words_of_an_address_change_nothing():
    moved = people("cara old", "ann old", "bo mid", household={"ann": "home", "cara": "home"})
    assert task(moved, QUOTAS[::-1]).sha256 == task().sha256


@pytest.mark.parametrize(
    "changed",
    [
        {"size": 1},
        {"fairness": "maximin"},
        {"per_household": 2},
        {"quotas": [Quota("age", "old", 1, 1), QUOTAS[1]]},
        {"pool": people("ann old", "bo mid", "cara old")},
        {"pool": people("ann mid", "bo mid", "cara old", household={"ann": "x", "cara": "x"})},
        {"places_taken": {"x": 1}},
    ],
)
def test_whatever_matters_changes_the_hash(changed):
    assert task(**changed).sha256 != task().sha256


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"pool": []}, "nobody"),
        ({"size": 0}, "no_places"),
        ({"per_household": 0}, "no_household_place"),
        ({"fairness": "luck"}, "unknown_fairness"),
        ({"pool": [*POOL, POOL[0]]}, "doubled_person"),
        ({"quotas": [*QUOTAS, QUOTAS[0]]}, "doubled_quota"),
        ({"quotas": [QUOTAS[0], Quota("age", "mid", 2, 1)]}, "impossible_quota"),
        ({"quotas": QUOTAS[:1]}, "unknown_value"),
        ({"pool": [*POOL, Person("dev", {})]}, "unknown_value"),
    ],
)
def test_what_is_unclear_is_refused(given, code):
    with pytest.raises(LotteriesError) as refused:
        task(**given)
    assert refused.value.code == code
