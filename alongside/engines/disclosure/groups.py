"""Which groups of a dimension a page may draw, and what it says of the others."""

from dataclasses import dataclass
from enum import StrEnum

from .dimensions import TOTAL, Dimension
from .errors import DisclosureError
from .release import Protected, Shown


class Standing(StrEnum):
    """How a group appears in a release.

    `TOO_FEW` is the one word for every group that answered and can't be shown: too few there,
    or too few beside them. Which of the two is never told.
    """

    SHOWN = "shown"
    MERGED = "merged"
    TOO_FEW = "too_few"
    NONE = "none"


@dataclass(frozen=True)
class GroupState:
    """A group's standing, and for `MERGED` the label of the merge that it is shown in."""

    standing: Standing
    into: str | None = None


def group_states(protected: Protected, dimension: str = "group") -> dict[str, GroupState]:
    """The standing of each member of one dimension, taken over all the others.

    A member whose merged group is itself hidden is `TOO_FEW`. Refused: `unknown_dimension`.

    >>> from alongside.engines.disclosure import Cube, Merge, Policy, Record, protect
    >>> group = Dimension("group", ("elected", "manager", "staff", "resident"),
    ...                   (Merge("decide", ("elected", "manager")),))
    >>> heads = {"elected": 3, "manager": 4, "resident": 12}
    >>> records = [Record(f"{name} {n}", (name,), "no" if n % 2 else "yes")
    ...            for name in heads for n in range(heads[name])]
    >>> release = protect(Cube.from_records([group], ["no", "yes"], records), Policy())
    >>> for name, state in group_states(release).items():
    ...     print(name, state.standing, state.into)
    elected merged decide
    manager merged decide
    staff none None
    resident shown None
    """
    for axis, candidate in enumerate(protected.dimensions):
        if candidate.name == dimension:
            return {name: _state(protected, axis, candidate, name) for name in candidate.members}
    raise DisclosureError("unknown_dimension", dimension=dimension)


def _state(protected: Protected, axis: int, dimension: Dimension, member: str) -> GroupState:
    into = next(
        (
            merge.label
            for merge in dimension.merges
            if merge in protected.merges_used and member in merge.members
        ),
        None,
    )
    key = [TOTAL] * len(protected.dimensions)
    key[axis] = into or member
    cell = protected.cell(*key)
    if not isinstance(cell, Shown):
        return GroupState(Standing.TOO_FEW)
    if into:
        return GroupState(Standing.MERGED, into)
    return GroupState(Standing.SHOWN if cell.people else Standing.NONE)
