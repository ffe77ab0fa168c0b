"""Merge before hiding: a small group joined with its neighbour still says something.

A declared merge is used, everywhere in the release, when one of its members has too few people
over everything else and the merged group has enough. So three councillors and four managers are
shown as "those who decide", rather than not at all. That a merge is used tells that one of its
parts is small. The parts are in no release; the group's sum is all that is known of them. Tables
about the same people use the same merges.
"""

from collections.abc import Sequence

from .cube import Cube
from .dimensions import Dimension, Merge
from .policy import Policy


def merges_needed(cubes: Sequence[Cube], policy: Policy) -> tuple[Merge, ...]:
    """The merges to use, in declared order, where any table needs one; a member is merged once.

    >>> from alongside.engines.disclosure import Record
    >>> group = Dimension("group", ("elected", "manager", "staff"),
    ...                   (Merge("decide", ("elected", "manager")),))
    >>> heads = {"elected": 3, "manager": 4, "staff": 9}
    >>> records = [Record(f"{name} {n}", (name,), "yes") for name in heads for n in range(heads[name])]
    >>> cube = Cube.from_records([group], ["yes"], records)
    >>> [merge.label for merge in merges_needed([cube], Policy())]
    ['decide']
    """
    every = [table for cube in cubes for table in (cube, cube.own) if table is not None]
    return tuple(
        merge
        for axis, dimension in enumerate(cubes[0].dimensions)
        for merge in _merges_of(every, axis, dimension, policy)
    )


def _merges_of(
    cubes: Sequence[Cube], axis: int, dimension: Dimension, policy: Policy
) -> list[Merge]:
    used: list[Merge] = []
    taken: set[str] = set()
    for merge in dimension.merges:
        rescues = any(_rescues(cube, axis, merge, policy) for cube in cubes)
        if rescues and taken.isdisjoint(merge.members):
            used.append(merge)
            taken.update(merge.members)
    return used


def _rescues(cube: Cube, axis: int, merge: Merge, policy: Policy) -> bool:
    people = [_people_of(cube, axis, {member}) for member in merge.members]
    together = _people_of(cube, axis, set(merge.members))
    return any(policy.is_too_few(n) for n in people) and together >= policy.minimum


def _people_of(cube: Cube, axis: int, members: set[str]) -> int:
    return len(
        frozenset().union(*(who for key, who in cube.people.items() if key[axis] in members))
    )
