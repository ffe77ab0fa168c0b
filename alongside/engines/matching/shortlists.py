"""The best few for one side: roles for a person, and people for a role.

They come from everything that is possible, whatever a plan says, and whether or not the best are
wanted elsewhere: whoever decides sees more than one name.

>>> people = [Giver(id="ann", wishes=frozenset({"cooking"})), Giver(id="bo"), Giver(id="cy")]
>>> cook = Role(id="cook", does=frozenset({"cooking"}))
>>> found = edges(Book.of(people, [cook], skills={"cooking"}), Policy())
>>> [one.giver for one in people_for_roles(found, most=2)["cook"]][0]
'ann'
"""

from collections.abc import Mapping, Sequence

import numpy as np

from .edges import Edges
from .packed import Ints
from .reasons import Judged


def roles_for_people(found: Edges, *, most: int = 5) -> Mapping[str, tuple[Judged, ...]]:
    """For everybody by id the best roles, with reasons; the best first.

    Of roles worth the same, the one with the higher tie number (`ties`), then by id.
    """
    names = [giver.id for giver in found.book.givers]
    return _told(found, names, best_of(found, found.giver, most=most), found.giver)


def people_for_roles(found: Edges, *, most: int = 5) -> Mapping[str, tuple[Judged, ...]]:
    """For every role by id the best people, with reasons; the best first, ties as for people."""
    names = [role.id for role in found.book.roles]
    return _told(found, names, best_of(found, found.role, most=most), found.role)


def best_of(found: Edges, side: Ints, *, most: int) -> Ints:
    """Positions of the best `most` matches of each number in `side`, in its order, best first."""
    order = np.lexsort((np.arange(found.count), -found.tie, -found.worth, side))
    ordered = side[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return order[rank < most]


def _told(
    found: Edges, names: Sequence[str], at: Ints, side: Ints
) -> Mapping[str, tuple[Judged, ...]]:
    lists: dict[str, list[Judged]] = {name: [] for name in names}
    for position in at.tolist():
        lists[names[side[position]]].append(found.told(position))
    return {name: tuple(judged) for name, judged in lists.items()}
