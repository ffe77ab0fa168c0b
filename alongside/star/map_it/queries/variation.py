"""Answers about one Co that vary from the true ones, and how far they are from being told alike.

Besides sums, a release tells shares, where groups stand, and pairs behind gaps. A variation knows
how far it is from what is told of these; only to look whether there are other answers that fit.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from alongside.star.map_it.queries.rows import Row

RUNGS = (1, 2, 3, 4)
RATED = "01234"
HALF, NEARLY = 0.5, 1e-9
type Cell = tuple[str, str]  # service and group
type Change = tuple[str, str, str]  # whose answer, about which service, becomes what
type Fraction = tuple[float, ...]  # of somebody's services, how many reach each rung


@dataclass(frozen=True, slots=True)
class Pairs:
    """One comparison, and its pairs of a hundred as they would be told."""

    group: str
    other: str
    services: frozenset[str]
    higher: int
    lower: int
    step: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a Co that is no sum: shares between two ends, levels of groups, pairs."""

    shares: Sequence[tuple[float, float]] = ()
    levels: Mapping[str, int] = field(default_factory=dict)
    pairs: Sequence[Pairs] = ()


class Variation:
    """Who said what, to be changed answer by answer."""

    def __init__(self, rows: Iterable[Row], told: Told, unknown: Callable[[Row], bool]) -> None:
        self.told = told
        self.said: dict[str, dict[str, str]] = defaultdict(dict)
        self.group: dict[str, str] = {}
        self.open: dict[Cell, list[str]] = defaultdict(list)  # whose answers may vary
        self.counts: dict[Cell, Counter[str]] = defaultdict(Counter)
        for row in rows:
            self.said[row.person][row.service] = row.code
            self.group[row.person] = row.group
            self.counts[row.service, row.group][row.code] += 1
            if unknown(row):
                self.open[row.service, row.group].append(row.person)
        self.reached: dict[str, list[float]] = {g: [0.0] * 4 for g in self.group.values()}
        self.heard: Counter[str] = Counter()
        for person in self.said:
            self._weigh(person, 1)

    def _weigh(self, person: str, sign: int) -> None:
        codes = [int(code) for code in self.said[person].values() if code in RATED]
        if codes:
            group = self.group[person]
            self.heard[group] += sign
            for at, rung in enumerate(RUNGS):
                reached = sum(code >= rung for code in codes)
                self.reached[group][at] += sign * reached / len(codes)

    def change(self, changes: Sequence[Change]) -> list[Change]:
        """Change some answers; return what would change them back."""
        back = []
        for person, service, code in changes:
            old = self.said[person][service]
            self._weigh(person, -1)
            self.said[person][service] = code
            self._weigh(person, 1)
            self.counts[service, self.group[person]].update({old: -1, code: 1})
            back.append((person, service, old))
        return back[::-1]

    def strays(self) -> float:
        """How far the answers are from being told alike, in hundredths; 0 when they are."""
        share = {
            g: [r / self.heard[g] for r in self.reached[g]] for g, n in self.heard.items() if n
        }
        return (
            100 * sum(self._outside(share, at) for at in range(len(self.told.shares)))
            + 100 * sum(_off_level(share[g], level) for g, level in self.told.levels.items())
            + sum(self._off_pairs(pairs) for pairs in self.told.pairs)
        )

    def _outside(self, share: Mapping[str, Sequence[float]], at: int) -> float:
        low, high = self.told.shares[at]
        mean = sum(rungs[at] for rungs in share.values()) / len(share)
        return max(0.0, low - mean, mean - high)

    def _off_pairs(self, pairs: Pairs) -> float:
        up = down = whole = 0.0
        for service in pairs.services:
            x, y = self.counts[service, pairs.group], self.counts[service, pairs.other]
            n, m = (sum(side[code] for code in RATED) for side in (x, y))
            if n and m:
                above, below = _compared(x, y)
                up, down = up + above / (n + m), down + below / (n + m)
                whole += n * m / (n + m)
        if not whole:
            return math.inf
        ends = ((100 * up / whole, pairs.higher), (100 * down / whole, pairs.lower))
        return sum(max(0.0, abs(now - told) - pairs.step / 2) for now, told in ends)


def _off_level(share: Sequence[float], level: int) -> float:
    """How far a group's shares are from half, on the wrong side of it."""
    return sum(
        max(0.0, HALF - NEARLY - reached if rung <= level else reached - HALF + 2 * NEARLY)
        for rung, reached in zip(RUNGS, share, strict=True)
    )


def _compared(x: Counter[str], y: Counter[str]) -> tuple[int, int]:
    """In how many pairs the first side is above, and below."""
    above = below = y_below = 0
    y_above = sum(y[code] for code in RATED)
    for code in RATED:
        y_above -= y[code]
        above, below = above + x[code] * y_below, below + x[code] * y_above
        y_below += y[code]
    return above, below
