"""Which pairs of a person and a role are worth a look: those near enough, found by trees.

A pair is left out only where the role is farther than the person goes. Whoever says no place or no
limit is looked at with every role, and a role without a place with everybody. Pairs come in pieces
of bounded size, in no particular order.
"""

from collections.abc import Iterator

import numpy as np
from scipy.spatial import KDTree

from .packed import Ints, Packed

PIECE = 1_000_000
"""Pairs at a time, so that memory stays small."""
RINGS = 16
"""People are taken in so many groups, by how far they go; a group searches as far as its farthest."""


def pairs(packed: Packed) -> Iterator[tuple[Ints, Ints]]:
    """Pieces of pairs that distance does not bar, as numbers of people and of roles."""
    everybody, every_role = np.arange(len(packed.book.givers)), np.arange(len(packed.book.roles))
    placed, there = everybody[packed.p_placed], every_role[packed.r_placed]
    yield from all_pairs(everybody[~packed.p_placed], every_role)
    yield from all_pairs(placed, every_role[~packed.r_placed])
    if len(placed) and len(there):
        yield from _near_pairs(packed, placed, there)


def all_pairs(people: Ints, roles: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Every one of some people with every one of some roles."""
    if not len(people) or not len(roles):
        return
    step = max(1, PIECE // len(roles))
    for start in range(0, len(people), step):
        some = people[start : start + step]
        yield np.repeat(some, len(roles)), np.tile(roles, len(some))


def _near_pairs(packed: Packed, people: Ints, roles: Ints) -> Iterator[tuple[Ints, Ints]]:
    tree = KDTree(packed.r_place[roles])
    by_reach = people[np.argsort(packed.reach[people], kind="stable")]
    for ring in np.array_split(by_reach, RINGS):
        step = max(1, PIECE // len(roles))
        for start in range(0, len(ring), step):
            some = ring[start : start + step]
            # Half a metre more than they go: rounding in the tree leaves nobody out, and too much is
            # looked at again in whole metres.
            farthest = float(packed.reach[some].max()) + 0.5
            found = KDTree(packed.p_place[some]).sparse_distance_matrix(
                tree, farthest, output_type="ndarray"
            )
            yield some[found["i"]], roles[found["j"]]
