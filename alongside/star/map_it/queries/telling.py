"""How finely the shares and the pairs of a Co may be told: as finely as leaves all in doubt.

Shares come in steps of five in a hundred, and pairs too. Where that could tell what few people
said, pairs are told in words; where the shares alone could, they come in steps of ten, then of a
quarter, and then not at all. As a last resort nothing is told of a Co but its cells (decision 0030).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from alongside.engines.perceptions import Gap, StarLevel
from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.doubt import Rows, all_in_doubt
from alongside.star.map_it.queries.rows import RESIDENT
from alongside.star.map_it.queries.variation import NEARLY, Pairs, Told

FIVE = 5
FINE, COARSER = 20, (10, 4, 0)  # steps that make the whole; with none, shares are not told
type Grounds = Mapping[tuple[str, str], AbstractSet[str]]


@dataclass(frozen=True, slots=True)
class Telling:
    """In how many steps shares are told, and of which groups the pairs are told in numbers.

    With `only_cells` nothing is told of the Co but its cells: no level, no marker, no gap.
    """

    steps: int
    in_numbers: frozenset[str]
    only_cells: bool = False


type Tell = Callable[[Rows, Telling], Iterator[Any]]
"""One thing after another that is told of a Co if these were the answers."""


def telling_of(
    one: ProtectedCo, point: StarLevel, found: Sequence[Gap], grounds: Grounds, tell: Tell
) -> Telling:
    """The finest way of telling the shares and pairs of one Co that leaves all in doubt."""
    everybody = frozenset(gap.group for gap in found)
    if not one.hidden_cells():
        return Telling(FINE, everybody)
    for telling, pairs in _ladder(one, found, grounds):
        told = _told(point, telling.steps, pairs)
        if all_in_doubt(one, told, _alike(one, telling, tell)):
            return telling
    return Telling(0, frozenset(), only_cells=True)


def stays_in_doubt(
    one: ProtectedCo,
    point: StarLevel,
    found: Sequence[Gap],
    grounds: Grounds,
    *,
    tell: Tell,
    telling: Telling,
) -> bool:
    """Whether all stays in doubt where something more is told than this telling was made for."""
    if not one.hidden_cells():
        return True
    pairs = next((pairs for t, pairs in _ladder(one, found, grounds) if t == telling), [])
    told = _told(point, telling.steps, pairs)
    return all_in_doubt(one, told, _alike(one, telling, tell))


def _ladder(
    one: ProtectedCo, found: Sequence[Gap], grounds: Grounds
) -> Iterator[tuple[Telling, list[Pairs]]]:
    """Ways of telling, the finest first, and the pairs that each tells in numbers."""
    pooled = [
        _pairs(gap, ground)
        for gap in found
        for ground in [grounds[gap.co, gap.group]]
        if not _is_shown(one, gap, ground)
    ]
    everybody = frozenset(gap.group for gap in found)
    if pooled:
        yield Telling(FINE, everybody), pooled
    in_numbers = everybody - {pairs.group for pairs in pooled}
    for steps in (FINE, *COARSER):
        yield Telling(steps, in_numbers), []


def _alike(one: ProtectedCo, telling: Telling, tell: Tell) -> Callable[[Rows], bool]:
    truth = list(tell(one.rows, telling))
    return lambda rows: all(
        now == then for now, then in zip(tell(rows, telling), truth, strict=True)
    )


def _is_shown(one: ProtectedCo, gap: Gap, ground: AbstractSet[str]) -> bool:
    """Whether the pairs follow from cells that are shown anyway."""
    return all(one.is_shown(s, group) for s in ground for group in (gap.group, RESIDENT))


def _pairs(gap: Gap, ground: AbstractSet[str]) -> Pairs:
    return Pairs(gap.group, RESIDENT, frozenset(ground), *in_fives(gap), step=FIVE)


def _told(point: StarLevel, steps: int, pairs: Sequence[Pairs]) -> Told:
    return Told(
        shares=[ends_of(in_steps(share, steps), steps) for share in point.rings or () if steps],
        levels={one.group: one.level for one in point.groups if one.level is not None},
        pairs=pairs,
    )


def in_fives(gap: Gap) -> tuple[int, int]:
    """Of 100 pairs, in how many the group rates higher and lower, in steps of five.

    What the rounding leaves over goes to "the same": to swap the groups only swaps the words.
    """
    return FIVE * ((gap.higher + 2) // FIVE), FIVE * ((gap.lower + 2) // FIVE)


def in_steps(share: float, steps: int) -> float:
    """Round a share, but never across one half: half is what a level is read by.

    >>> in_steps(0.62, 20), in_steps(0.49, 20), in_steps(0.5, 20), in_steps(0.49, 10)
    (0.6, 0.45, 0.5, 0.4)
    """
    nearest, half = round(steps * share), steps // 2
    return (max(nearest, half) if share > 0.5 - NEARLY else min(nearest, half - 1)) / steps


def ends_of(told: float, steps: int) -> tuple[float, float]:
    """Between which shares one that is told in steps lies.

    >>> ends_of(0.45, 20), ends_of(0.5, 20)
    ((0.425, 0.5), (0.5, 0.525))
    """
    low, high = told - 0.5 / steps, told + 0.5 / steps
    if told >= 0.5:
        return max(low, 0.5), high
    return low, 0.5 if told > 0.5 - 1.5 / steps else high
