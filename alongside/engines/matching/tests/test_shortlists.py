"""The best few for each side, from all that is possible."""

import pytest

from alongside.engines.matching import Policy, edges, judge, people_for_roles, roles_for_people

from .crowd import crowd

POLICY = Policy()


@pytest.mark.parametrize("seed", range(5))
def test_lists_hold_the_best_of_all_that_is_possible(seed):
    book = crowd(seed, 20, 15)
    found = edges(book, POLICY)
    roles, people = roles_for_people(found, most=3), people_for_roles(found, most=2)
    assert (list(roles), list(people)) == (
        [giver.id for giver in book.givers],
        [role.id for role in book.roles],
    )
    for giver in book.givers:
        judged = [judge(giver, role, POLICY) for role in book.roles]
        best = sorted((one.worth for one in judged if one.is_possible), reverse=True)[:3]
        assert [one.worth for one in roles[giver.id]] == best
        assert all(one in judged for one in roles[giver.id])
    for role in book.roles:
        judged = [judge(giver, role, POLICY) for giver in book.givers]
        best = sorted((one.worth for one in judged if one.is_possible), reverse=True)[:2]
        assert [one.worth for one in people[role.id]] == best
