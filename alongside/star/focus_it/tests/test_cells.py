"""What may be shown of one item: the whole before the groups, and no few."""

from alongside.star.focus_it.queries.cells import (
    ALL,
    counts_of,
    needs_merging,
    policy_of,
    protect_cells,
    said_of,
)
from alongside.star.focus_it.queries.rows import MatrixRows, Row

RESIDENTS = [1, 2, 3, 4, 5, 3, 3, 2]


def said(**groups: list[int]) -> dict[int, tuple[str, int]]:
    pairs = [(group, score) for group, scores in groups.items() for score in scores]
    return dict(enumerate(pairs))


def rows(*rated: tuple[int, str, int, int], minimum: int = 5) -> MatrixRows:
    """Ratings as (person, group, turn, impact) of one item."""
    return MatrixRows(
        minimum=minimum,
        line=3,
        criteria=("impact",),
        items={1: 1},
        rows=tuple(Row(who, group, 1, turn, {"impact": s}) for who, group, turn, s in rated),
        as_of=None,
    )


def test_everybody_counts_in_the_whole_also_who_is_in_no_group() -> None:
    cells = protect_cells(said(resident=RESIDENTS, unconfirmed=[5, 5, 4, 1, 2]), policy_of(5))
    assert cells[ALL] == (2, 3, 3, 2, 3)


def test_a_group_of_a_few_is_hidden_with_another_beside_it() -> None:
    cells = protect_cells(
        said(resident=RESIDENTS, staff=[1, 2, 2, 4, 5], elected=[5, 5, 1]), policy_of(5)
    )
    assert cells[ALL] is not None
    assert cells["elected"] is None
    assert [name for name, counts in cells.items() if counts is None] == ["elected", "staff"]


def test_too_few_raters_are_not_shown_at_all() -> None:
    cells = protect_cells(said(resident=[1, 5, 3, 2]), policy_of(5))
    assert cells[ALL] is None


def test_a_few_of_one_mind_are_not_shown() -> None:
    assert protect_cells(said(resident=[4] * 9), policy_of(5))[ALL] is None
    assert protect_cells(said(resident=[4] * 10), policy_of(5))[ALL] == (0, 0, 0, 10, 0)


def test_who_agreed_to_be_seen_is_seen() -> None:
    assert protect_cells(said(resident=[4]), policy_of(1))[ALL] == (0, 0, 0, 1, 0)


def test_nobody_is_nobody() -> None:
    assert protect_cells({}, policy_of(5))[ALL] == (0, 0, 0, 0, 0)


def test_a_few_councillors_are_shown_together_with_managers() -> None:
    few = [(n, "elected", 1, 3) for n in range(3)]
    managers = [(10 + n, "manager", 1, 4) for n in range(4)]
    assert needs_merging(rows(*few, *managers))
    assert not needs_merging(rows(*few))
    assert not needs_merging(rows(*few, *managers, minimum=1))
    merged = said_of(rows(*few, *managers), 1, merged=True)[1, "impact"]
    assert counts_of(merged, {"decide"}) == (0, 0, 3, 4, 0)


def test_whoever_is_not_asked_again_stays_with_what_they_said() -> None:
    told = rows((1, "resident", 1, 2), (2, "resident", 1, 5), (1, "resident", 2, 4))
    assert counts_of(said_of(told, 1, merged=False)[1, "impact"], {"resident"}) == (0, 1, 0, 0, 1)
    assert counts_of(said_of(told, 2, merged=False)[1, "impact"], {"resident"}) == (0, 0, 0, 1, 1)
