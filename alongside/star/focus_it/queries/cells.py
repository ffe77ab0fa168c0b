"""Protect what was said of one item by one criterion: how many gave each score, group by group.

Everybody counts in the whole, whichever group they are in. A group of a few is hidden, and enough
beside it that the whole doesn't give it back (trust 26, 27); `engines.disclosure` sees to that.
Each item stands for itself: nothing is added up over items, so there is no margin to give away.
"""

from collections.abc import Iterable, Mapping

from alongside.engines.disclosure import Cube, Dimension, Policy, Record, Shown, protect
from alongside.star.focus_it.queries.rows import UNCONFIRMED, MatrixRows

ALL = "*"
DECIDE = "decide"
GROUPS = ("elected", "manager", "staff", "resident")
SCORES = ("1", "2", "3", "4", "5")
NOBODY = (0, 0, 0, 0, 0)
# "Those who decide" stands beside its parts: one name a group, the same through all turns.
DIMENSION = Dimension("group", ("elected", "manager", DECIDE, "staff", "resident", UNCONFIRMED))
NAMES = (*DIMENSION.members, ALL)

type Counts = tuple[int, ...]
type Cells = Mapping[str, Counts | None]
"""How many gave each score, by group and for all (`*`); none where it isn't shown."""
type Said = Mapping[int, tuple[str, int]]
"""Person -> group and score."""


def policy_of(minimum: int) -> Policy | None:
    """What protects ratings; nothing where everybody agreed to be seen."""
    return None if minimum == 1 else Policy(minimum=minimum)


def protect_cells(said: Said, policy: Policy | None) -> Cells:
    """Return what may be shown of it, standing alone."""
    if policy is None:
        return {group: counts_of(said, {group}) for group in DIMENSION.members} | {
            ALL: counts_of(said, set(DIMENSION.members))
        }
    records = [Record(person, (group,), str(score)) for person, (group, score) in said.items()]
    release = protect(Cube.from_records((DIMENSION,), SCORES, records), policy)
    return {
        name: cell.counts if isinstance(cell, Shown) else None
        for (name,), cell in release.cells.items()
    }


def counts_of(said: Said, groups: Iterable[str]) -> Counts:
    """How many of these groups gave each score."""
    wanted = set(groups)
    scores = [score for group, score in said.values() if group in wanted]
    return tuple(scores.count(score) for score in range(1, len(SCORES) + 1))


def needs_merging(rows: MatrixRows) -> bool:
    """Whether councillors and managers are shown as one group: one of them is too few alone."""
    policy = policy_of(rows.minimum)
    if policy is None:
        return False
    groups = list(rows.people().values())
    each = [groups.count(group) for group in ("elected", "manager")]
    return any(policy.is_too_few(people) for people in each) and sum(each) >= policy.minimum


def said_of(
    rows: MatrixRows, turn: int, *, merged: bool
) -> dict[tuple[int, str], dict[int, tuple[str, int]]]:
    """Everybody's score up to that turn, by item and criterion."""
    found: dict[tuple[int, str], dict[int, tuple[str, int]]] = {}
    for row in rows.at(turn):
        group = DECIDE if merged and row.group in {"elected", "manager"} else row.group
        for criterion, score in row.scores.items():
            found.setdefault((row.item, criterion), {})[row.person] = (group, score)
    return found
