"""All pairs at once, against one pair at a time."""

from datetime import date

import numpy as np
import pytest

from alongside.engines.matching import BARS, PARTS, Book, Giver, Policy, Role, edges, judge
from alongside.engines.matching.near import all_pairs
from alongside.engines.matching.packed import BIT

from .crowd import crowd

POLICY = Policy()


@pytest.mark.parametrize("seed", range(8))
def test_all_pairs_at_once_are_judged_as_each_by_itself(seed):
    book = crowd(seed, 40, 25)
    found = edges(book, POLICY)
    at = {(p, r): n for n, (p, r) in enumerate(zip(found.giver, found.role, strict=True))}
    for p, giver in enumerate(book.givers):
        for r, role in enumerate(book.roles):
            judged = judge(giver, role, POLICY)
            assert judged.is_possible == ((p, r) in at)
            if judged.is_possible:
                points = dict(zip(PARTS, found.parts[at[p, r]].tolist(), strict=True))
                assert {part.code: part.points for part in judged.parts} == {
                    code: points[code] for code in PARTS if points[code]
                }
                assert judged.worth == found.worth[at[p, r]]


def test_every_bar_is_found_for_all_pairs_at_once():
    told = set()
    for seed in range(4):
        book = crowd(seed, 30, 20, wants=2)
        packed = edges(book, POLICY).packed
        for p, r in all_pairs(np.arange(30), np.arange(20)):
            for giver, role, bits in zip(p, r, packed.bars(p, r), strict=True):
                judged = judge(book.givers[giver], book.roles[role], POLICY)
                codes = {bar.code for bar in judged.bars}
                assert codes == {code for code in BARS if bits & BIT[code]}
                told |= codes
    assert told == set(BARS)


def test_a_vocabulary_of_more_than_a_word_of_bits_loses_nothing():
    skills = [f"skill {n:03}" for n in range(150)]
    role = Role(
        id="r", must=frozenset({"skill 149"}), welcome=frozenset({"skill 000", "skill 070"})
    )
    able = Giver(id="able", skills=frozenset({"skill 149", "skill 070"}))
    found = edges(Book.of([able, Giver(id="not")], [role], skills=skills), POLICY)
    assert found.giver.tolist() == [0]
    assert [(part.code, part.points) for part in found.told(0).parts] == [
        ("place", 1000), ("welcome", 75), ("first", 100),
    ]  # fmt: skip


def test_distance_is_exact_to_the_metre():
    people = [Giver(id="in", place=(0, 0), reach=5000), Giver(id="out", place=(0, 0), reach=4999)]
    book = Book.of(people, [Role(id="r", place=(3000, 4000))])
    assert edges(book, POLICY).giver.tolist() == [0]
    assert edges(book, POLICY).judged("out", "r").bars[0].told == {"metres": 5000, "reach": 4999}


def test_a_check_holds_through_its_last_day():
    begins = date(2026, 5, 4)
    role = Role(id="r", checks=frozenset({"adults"}), begins=begins)
    people = [
        Giver(id="a early", checks={"adults": date(2026, 5, 3)}),
        Giver(id="b just", checks={"adults": begins}),
        Giver(id="c no end", checks={"adults": None}),
        Giver(id="d none"),
    ]
    found = edges(Book.of(people, [role]), POLICY)
    assert found.giver.tolist() == [1, 2]
    (bar,) = found.judged("a early", "r").bars
    assert (bar.code, bar.told["until"], bar.told["begins"]) == (
        "check_runs_out", date(2026, 5, 3), begins,
    )  # fmt: skip
    assert found.judged("d none", "r").bars[0].code == "check_missing"


def test_only_who_asked_to_meet_people_gets_points_for_it():
    people = [Giver(id="asked", would_meet=True), Giver(id="did not")]
    found = edges(Book.of(people, [Role(id="r", meets=True)]), POLICY)
    assert found.worth.tolist() == [1250, 1100]


def test_whoever_says_nothing_is_barred_by_nothing():
    role = Role(id="r", times=1, place=(0, 0), languages=frozenset({"Gaelic"}))
    assert edges(Book.of([Giver(id="quiet")], [role]), POLICY).worth.tolist() == [1100]


def test_empty_sides_have_no_matches():
    for people, roles in ([], []), ([Giver(id="a")], []), ([], [Role(id="r")]):
        assert edges(Book.of(people, roles), POLICY).count == 0
