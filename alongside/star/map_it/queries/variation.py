"""Answers about one Co that vary from the true ones, and how far they are from being told alike.

Besides sums, a release tells shares, where groups stand, and pairs behind gaps. A variation knows
how far it is from what is told of these; only to look whether there are other answers that fit.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from alongside.star.map_it.queries.rows import Row

RUNGS = (1, 2, 3, 4)
RATED = "01234"
HALF, NEARLY = 0.5, 1e-9
type Cell = tuple[str, str]  # service and group
type Voice = tuple[str, str]  # who, and for which group: one person may wear two hats
type Change = tuple[Voice, str, str]  # whose answer, about which service, becomes what
type Beside = tuple[float, float, float]  # weight of a service, and of its pairs above and below


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
        self._rows = tuple(rows)
        self.said: dict[Voice, dict[str, str]] = defaultdict(dict)
        self.open: dict[Cell, list[Voice]] = defaultdict(list)  # whose answers may vary
        self.counts: dict[Cell, Counter[str]] = defaultdict(Counter)
        self.able: dict[Cell, Counter[str]] = defaultdict(Counter)  # the same of those alone
        for row in self._rows:
            who = row.person, row.group
            self.said[who][row.service] = row.code
            self.counts[row.service, row.group][row.code] += 1
            if unknown(row):
                self.open[row.service, row.group].append(who)
                self.able[row.service, row.group][row.code] += 1
        groups = {group for _person, group in self.said}
        self._sums = {group: [0.0] * (2 * len(RUNGS)) for group in groups}
        self._heard: Counter[str] = Counter()
        self._shares: dict[Voice, tuple[float, ...] | None] = {}
        self._beside: dict[tuple[int, str], Beside] = {}
        for voice in self.said:
            self._weigh(voice)
        self._at_first = self._spread()

    def rows(self) -> tuple[Row, ...]:
        """The answers as rows again."""
        said = [self.said[row.person, row.group][row.service] for row in self._rows]
        return tuple(
            row if row.code == code else replace(row, code=code)
            for row, code in zip(self._rows, said, strict=True)
        )

    def _weigh(self, voice: Voice) -> None:
        """Count a voice in its group by its shares and their squares, instead of as before."""
        before, now = self._shares.get(voice), _shares(self.said[voice].values())
        self._shares[voice] = now
        for shares, sign in ((before, -1), (now, 1)):
            if shares:
                self._heard[voice[1]] += sign
                sums = self._sums[voice[1]]
                for at, share in enumerate(shares):
                    sums[at] += sign * share
                    sums[at + len(RUNGS)] += sign * share * share

    def change(self, changes: Sequence[Change]) -> list[Change]:
        """Change some answers; return what would change them back."""
        back = []
        for voice, service, code in changes:
            old = self.said[voice][service]
            self.said[voice][service] = code
            self._weigh(voice)
            for counts in (self.counts[service, voice[1]], self.able[service, voice[1]]):
                counts[old] -= 1
                counts[code] += 1
            for at in range(len(self.told.pairs)):
                self._beside.pop((at, service), None)
            back.append((voice, service, old))
        return back[::-1]

    def strays(self) -> float:
        """How far the answers are from being told alike, in hundredths; 0 when they are."""
        means = self._means()
        return (
            100 * sum(self._outside(means, at) for at in range(len(self.told.shares)))
            + 100 * sum(_off_level(means[g], level) for g, level in self.told.levels.items())
            + sum(self._off_pairs(at) for at in range(len(self.told.pairs)))
        )

    def drift(self) -> float:
        """How far shares and their spread are from the truth, in hundredths.

        Intervals follow from both: what drifts little is more likely to be told alike.
        """
        now = self._spread()
        return 100 * sum(abs(a - b) for a, b in zip(now, self._at_first, strict=True))

    def _means(self) -> dict[str, list[float]]:
        return {g: [total / n for total in self._sums[g]] for g, n in self._heard.items() if n}

    def _spread(self) -> list[float]:
        means = self._means().values()
        return [sum(column) / len(column) for column in zip(*means, strict=True)]

    def _outside(self, means: Mapping[str, Sequence[float]], at: int) -> float:
        low, high = self.told.shares[at]
        mean = sum(rungs[at] for rungs in means.values()) / len(means)
        return max(0.0, low - mean, mean - high)

    def _off_pairs(self, at: int) -> float:
        pairs = self.told.pairs[at]
        beside = [self._service_beside(at, service) for service in pairs.services]
        whole, up, down = (sum(column) for column in zip(*beside, strict=True))
        if not whole:
            return math.inf
        ends = ((100 * up / whole, pairs.higher), (100 * down / whole, pairs.lower))
        return sum(max(0.0, abs(now - told) - pairs.step / 2) for now, told in ends)

    def _service_beside(self, at: int, service: str) -> Beside:
        """One service's part in a comparison, counted again only after a change there."""
        if (at, service) not in self._beside:
            pairs = self.told.pairs[at]
            x, y = self.counts[service, pairs.group], self.counts[service, pairs.other]
            n, m = (sum(side[code] for code in RATED) for side in (x, y))
            above, below = _compared(x, y)
            heard = n + m or 1
            self._beside[at, service] = n * m / heard, above / heard, below / heard
        return self._beside[at, service]


def _shares(said: Iterable[str]) -> tuple[float, ...] | None:
    """In what share of their services somebody says each rung or above; none if in no service."""
    reached, rated = [0, 0, 0, 0], 0
    for code in said:
        if code in RATED:
            rated += 1
            for at in range(int(code)):
                reached[at] += 1
    return tuple(one / rated for one in reached) if rated else None


def _off_level(share: Sequence[float], level: int) -> float:
    """How far a group's shares are from half, on the wrong side of it."""
    return sum(
        max(0.0, HALF - NEARLY - reached if rung <= level else reached - HALF + 2 * NEARLY)
        for rung, reached in zip(RUNGS, share[: len(RUNGS)], strict=True)
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
