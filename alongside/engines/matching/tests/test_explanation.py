"""Why: every match adds up, and every gap is told with what would have to change."""

import numpy as np
import pytest

from alongside.engines.matching import Book, Giver, Policy, Role, Why, edges, explain, judge, solve

from .crowd import SKILLS, crowd

POLICY = Policy()


def explained(givers, roles):
    return explain(solve(edges(Book.of(givers, roles, skills=SKILLS), POLICY)))


@pytest.mark.parametrize("seed", range(10))
def test_everything_is_told_and_adds_up(seed):
    book = crowd(seed, 20, 12, wants=2)
    plan = solve(edges(book, POLICY))
    told = explain(plan)
    assert [one.worth for one in told.matches] == [one.worth for one in plan.assignments]
    given = {one.giver for one in plan.assignments}
    assert [one.giver for one in told.without_role] == [
        giver.id for giver in book.givers if giver.id not in given
    ]
    assert sum(one.places for one in told.empty) == int(np.sum(plan.left))
    for one in told.without_role:
        giver = next(giver for giver in book.givers if giver.id == one.giver)
        codes = [[bar.code for bar in judge(giver, role, POLICY).bars] for role in book.roles]
        if one.why is Why.NOBODY:
            assert sum(one.alone.values()) == sum(len(bars) == 1 for bars in codes)
            assert len(one.closest.bars) == min(map(len, codes))
        assert (one.why is Why.FULL) == (giver.wants > 0 and [] in codes)


def test_who_lives_too_far_is_told_so():
    far = Giver(id="far", place=(7000, 0), reach=5000)
    told = explained([far], [Role(id="cook", place=(0, 0))])
    (person,), (role,) = told.without_role, told.empty
    assert (person.why, person.alone, person.closest.bars[0].told["metres"]) == (
        Why.NOBODY, {"too_far": 1}, 7000,
    )  # fmt: skip
    assert (role.why, role.places, role.alone, role.people) == (Why.NOBODY, 1, {"too_far": 1}, 0)


def test_who_finds_all_places_taken_is_told_where_one_more_would_do():
    people = [Giver(id="a", wishes=frozenset({"music"})), Giver(id="b")]
    told = explained(people, [Role(id="band", does=frozenset({"music"}))])
    (person,) = told.without_role
    assert (person.giver, person.why, person.would_need) == ("b", Why.FULL, ("band",))


def test_places_stay_empty_where_all_have_roles_elsewhere():
    told = explained([Giver(id="a")], [Role(id="x", urgent=True), Role(id="y", capacity=2)])
    assert [(one.role, one.why, one.people) for one in told.empty] == [("y", Why.ELSEWHERE, 1)]


def test_who_wants_no_role_now_is_not_told_what_is_missing():
    (person,) = explained([Giver(id="a", wants=0)], [Role(id="x")]).without_role
    assert (person.why, person.closest) == (Why.NOT_NOW, None)


def test_without_roles_there_is_nobody_to_be_close_to():
    (person,) = explained([Giver(id="a")], []).without_role
    assert (person.why, person.alone, person.closest) == (Why.NOBODY, {}, None)
    assert explained([], [Role(id="x")]).empty[0].closest is None
