import json

import pytest

from alongside.engines.disclosure import (
    VERSION,
    DisclosureError,
    Hidden,
    Policy,
    Protected,
    Shown,
    protect,
)

from .tables import DECIDE, one_way, survey


@pytest.fixture
def release():
    return protect(survey(5, heads=(3, 4, 20, 30), services=4, merges=(DECIDE,)), Policy())


def test_a_release_survives_storage(release):
    again = Protected.from_json(release.to_json())
    assert again == release
    assert again.digest == release.digest
    assert any(isinstance(cell, Hidden) for cell in again.cells.values())
    assert again.merges_used == (DECIDE,)


def test_the_stored_form_says_nothing_about_a_hidden_cell(release):
    for key, counts, people in json.loads(release.to_json())["cells"]:
        assert (counts is None) == (people is None) == isinstance(release.cell(*key), Hidden)


def test_the_digest_changes_with_the_content():
    digests = {
        protect(one_way({"staff": (6, 6)}), Policy()).digest,
        protect(one_way({"staff": (6, 7)}), Policy()).digest,
        protect(one_way({"staff": (6, 6)}), Policy(minimum=4)).digest,
    }
    assert len(digests) == 3
    assert all(len(digest) == 64 for digest in digests)


def test_a_release_says_which_engine_and_policy_made_it(release):
    assert (release.version, release.policy) == (VERSION, Policy())


def test_a_member_shown_in_a_merge_is_hidden_and_an_unused_merge_too(release):
    assert release.cell("service 0", "elected") == Hidden()
    unused = protect(one_way({"elected": (6, 6), "manager": (6, 6)}, merges=(DECIDE,)), Policy())
    assert unused.cell("decide") == Hidden()
    assert unused.cell("elected") == Shown((6, 6), 12)


@pytest.mark.parametrize(
    ("key", "code"), [(("service 0", "mayor"), "unknown_member"), (("service 0",), "wrong_length")]
)
def test_asking_for_what_was_never_declared_is_refused(release, key, code):
    with pytest.raises(DisclosureError) as refused:
        release.cell(*key)
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"version": "1"}'])
def test_what_is_not_a_release_is_refused(text):
    with pytest.raises(DisclosureError) as refused:
        Protected.from_json(text)
    assert refused.value.code == "not_a_release"


def test_a_release_can_not_be_changed(release):
    with pytest.raises(TypeError):
        release.cells[("*", "*")] = Hidden()
