"""Two turns side by side: what changed is never told of a few."""

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.disclosure import Policy
from alongside.star.focus_it.queries.cells import (
    ALL,
    NAMES,
    Cells,
    Said,
    policy_of,
    protect_cells,
)
from alongside.star.focus_it.queries.turns import Former, follow

POLICY = Policy(minimum=5)


def said(**groups: list[int]) -> dict[int, tuple[str, int]]:
    """Scores by group, each by a person of its own: the same place is the same person."""
    starts = {name: 1000 * place for place, name in enumerate(NAMES)}
    return {
        starts[group] + place: (group, score)
        for group, scores in groups.items()
        for place, score in enumerate(scores)
        if score
    }


def former(then: Said, turn: int = 1) -> Former:
    return Former(turn, protect_cells(then, POLICY), then)


def after(then: Said, now: Said) -> Cells | None:
    return follow(protect_cells(now, POLICY), now, [former(then)], POLICY)


RESIDENTS = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3, 3]
STAFF = [2, 2, 3, 3, 4, 4, 5, 1]


def test_where_nobody_changed_their_mind_everything_is_shown_again() -> None:
    then = said(resident=RESIDENTS, staff=STAFF)
    assert after(then, then) == protect_cells(then, POLICY)


def test_when_one_person_changed_their_mind_the_earlier_figures_stand() -> None:
    then = said(resident=RESIDENTS, staff=STAFF)
    assert after(then, said(resident=[5, *RESIDENTS[1:]], staff=STAFF)) is None


def test_when_many_changed_their_minds_the_new_figures_are_shown() -> None:
    then = said(resident=RESIDENTS, staff=STAFF)
    now = said(resident=[4, 4, 4, 5, 4, 4, 5, *RESIDENTS[7:]], staff=STAFF)
    cells = after(then, now)
    assert cells is not None
    assert cells["resident"] == (0, 0, 3, 6, 3)
    assert cells["staff"] == (1, 2, 2, 2, 1)


def test_a_few_in_one_group_disappear_among_the_many_who_changed() -> None:
    """Seven residents and one of staff: only the whole can be shown."""
    then = said(resident=RESIDENTS, staff=STAFF)
    now = said(resident=[4, 4, 4, 5, 4, 4, 5, *RESIDENTS[7:]], staff=[5, *STAFF[1:]])
    cells = after(then, now)
    assert cells is not None
    assert cells[ALL] is not None
    assert {name for name, counts in cells.items() if counts is not None} == {ALL}


def test_five_of_one_mind_who_all_change_it_are_not_told_of() -> None:
    then = said(resident=[2, 2, 2, 2, 2, *RESIDENTS])
    now = said(resident=[3, 3, 4, 4, 5, *RESIDENTS])
    assert after(then, now) is None


def test_who_came_later_is_told_of_only_in_company() -> None:
    then = said(resident=RESIDENTS)
    assert after(then, said(resident=[*RESIDENTS, 1, 5])) is None
    assert after(then, said(resident=[*RESIDENTS, 1, 5, 4, 4, 2])) is not None


def test_a_group_that_was_hidden_stays_so() -> None:
    """Else what is shown of it now would tell what it was in the whole then."""
    then = said(resident=RESIDENTS, staff=STAFF, elected=[1, 5, 5])
    now = said(resident=RESIDENTS, staff=STAFF, elected=[1, 5, 5, 2, 3, 4, 2, 2])
    assert protect_cells(now, POLICY)["elected"] is not None
    cells = after(then, now)
    assert cells is None or cells["elected"] is None


def test_nothing_stands_in_the_way_of_figures_after_none() -> None:
    then = said(resident=[1, 2, 3])
    now = said(resident=RESIDENTS)
    assert after(then, now) == protect_cells(now, POLICY)


def test_where_everybody_agreed_to_be_seen_every_change_is_shown() -> None:
    then, now = said(resident=[1, 2]), said(resident=[1, 5])
    cells = protect_cells(now, policy_of(1))
    earlier = Former(1, protect_cells(then, policy_of(1)), then)
    assert follow(cells, now, [earlier], policy_of(1)) == cells
    assert cells[ALL] == (1, 0, 0, 0, 1)


def test_who_left_since_is_counted_among_the_changes() -> None:
    """Their ratings are gone by now; the figures that held them are not."""
    then = said(resident=RESIDENTS)
    shown = protect_cells(then, POLICY)
    left = dict(list(then.items())[2:])
    cells = follow(protect_cells(left, POLICY), left, [Former(1, shown, left)], POLICY)
    assert cells is None


groups = st.sampled_from(["elected", "manager", "staff", "resident", "unconfirmed"])
people = st.lists(st.tuples(groups, st.integers(0, 5), st.integers(0, 5)), max_size=45)


@given(people)
def test_no_difference_of_two_turns_is_made_by_a_few(rated: list[tuple[str, int, int]]) -> None:
    """Every sum that a reader of both turns can take from each other, person by person."""
    then = {n: (group, before) for n, (group, before, _now) in enumerate(rated) if before}
    now = {n: (group, score) for n, (group, _before, score) in enumerate(rated) if score}
    cells = after(then, now)
    shown = former(then).cells
    if cells is None or shown[ALL] is None or cells[ALL] is None:
        return
    both = [g for g in NAMES[:-1] if shown[g] is not None and cells[g] is not None]
    parts = [*({g} for g in both), *(set(NAMES) - set(kept) for kept in subsets(both))]
    for part in parts:
        changed = {n for n in then | now if then.get(n) != now.get(n)}
        within = {n for n in changed if (then.get(n) or now[n])[0] in part}
        assert not 0 < len(within) < POLICY.minimum


def subsets(names: list[str]) -> chain[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
