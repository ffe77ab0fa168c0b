"""Merge before hiding: a small group joined with its neighbour still says something.

A declared merge is used, everywhere in the release, when one of its members has too few people
over everything else and the merged group has enough. So three councillors and four managers are
shown as "those who decide", rather than not at all. That a merge is used tells that one of its
parts is small. The parts are in no release; the group's sum is all that is known of them.
"""

from .cube import Cube
from .dimensions import Dimension, Merge
from .policy import Policy


def merges_needed(cube: Cube, policy: Policy) -> tuple[Merge, ...]:
    """The merges to use, in declared order; a member is merged at most once.

    >>> from alongside.engines.disclosure import Record
    >>> group = Dimension("group", ("elected", "manager", "staff"),
    ...                   (Merge("decide", ("elected", "manager")),))
    >>> heads = {"elected": 3, "manager": 4, "staff": 9}
    >>> records = [Record(f"{name} {n}", (name,), "yes") for name in heads for n in range(heads[name])]
    >>> [merge.label for merge in merges_needed(Cube.from_records([group], ["yes"], records), Policy())]
    ['decide']
    """
    return tuple(
        merge
        for axis, dimension in enumerate(cube.dimensions)
        for merge in _merges_of(cube, axis, dimension, policy)
    )


def _merges_of(cube: Cube, axis: int, dimension: Dimension, policy: Policy) -> list[Merge]:
    used: list[Merge] = []
    taken: set[str] = set()
    for merge in dimension.merges:
        people = [_people_of(cube, axis, {member}) for member in merge.members]
        together = _people_of(cube, axis, set(merge.members))
        rescues = any(policy.is_too_few(n) for n in people) and together >= policy.minimum
        if rescues and taken.isdisjoint(merge.members):
            used.append(merge)
            taken.update(merge.members)
    return used


def _people_of(cube: Cube, axis: int, members: set[str]) -> int:
    return len(
        frozenset().union(*(who for key, who in cube.people.items() if key[axis] in members))
    )
