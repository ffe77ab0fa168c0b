"""Answers on their way from the truth to something that looks the same from outside."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from alongside.star.map_it.queries.rows import Row
from tests.secrecy.reader import Table, told_of

type Cell = tuple[str, str]
type Free = Callable[[Row], bool]
type Change = tuple[str, str, str]  # whose answer, about which service, becomes what
RATED = "01234"
PAIRS = 5  # the steps in which pairs of a hundred are told


class Wandering:
    """One Co's answers on their way: who said what, and what is told of them that isn't a sum."""

    def __init__(
        self, rows: Iterable[Row], table: Table, bundle: Mapping[str, Any], co: str, free: Free
    ) -> None:
        label = {one: name for name, many in table.merged.items() for one in many}
        self.said: dict[str, dict[str, str]] = {}
        self.group: dict[str, str] = {}
        self.free: set[str] = set()  # whose answers the reader doesn't know
        for row in rows:
            group = label.get(row.group, row.group)
            if row.co == co and group in table.groups:
                person = f"{row.person} {row.group}"
                self.said.setdefault(person, {})[row.service] = row.code
                self.group[person] = group
                if free(row):
                    self.free.add(person)
        self.table = table
        self.of: dict[Cell, list[str]] = defaultdict(list)  # who may be asked to change in a cell
        self.counts: dict[Cell, Counter[str]] = defaultdict(Counter)
        for person, codes in self.said.items():
            for service, code in codes.items():
                cell = service, self.group[person]
                self.counts[cell][code] += 1
                self.of[cell] += [person] if person in self.free else []
        point = next(p for p in bundle["points"] if p["co"] == co)
        self.shares = [told_of(share, point["steps"]) for share in point["rings"] or ()]
        self.markers = {m["group"]: m["level"] for m in point["markers"] if m["level"] is not None}
        self.gaps = {
            g["group"]: (g["higher"], g["lower"])
            for g in bundle["gaps"]["all"]
            if g["co"] == co and g["higher"] is not None
        }
        self.fraction = {person: self._fraction(person) for person in self.said}
        self.at_first = self._spread()

    def _fraction(self, person: str) -> tuple[float, ...] | None:
        rated = [int(code) for code in self.said[person].values() if code in RATED]
        if not rated:
            return None
        return tuple(sum(code >= rung for code in rated) / len(rated) for rung in range(1, 5))

    def set(self, changes: Iterable[Change]) -> None:
        for person, service, code in changes:
            counts = self.counts[service, self.group[person]]
            counts[self.said[person][service]] -= 1
            counts[code] += 1
            self.said[person][service] = code
            self.fraction[person] = self._fraction(person)

    @property
    def strays(self) -> float:
        """How far the answers are from what is told of shares, levels and pairs, in hundredths."""
        heard = self._heard()
        return (
            self._share_strays(heard)
            + self._level_strays(heard)
            + sum(
                max(0.0, abs(now - told) - PAIRS / 2)
                for group, pair in self.gaps.items()
                for now, told in zip(self._pairs(group), pair, strict=True)
            )
        )

    @property
    def drift(self) -> float:
        """How far shares and their spread are from where they began: intervals follow from both."""
        now = self._spread()
        return 100 * sum(abs(a - b) for a, b in zip(now, self.at_first, strict=True))

    def _heard(self) -> dict[str, list[tuple[float, ...]]]:
        heard: dict[str, list[tuple[float, ...]]] = defaultdict(list)
        for person, fraction in self.fraction.items():
            if fraction is not None:
                heard[self.group[person]].append(fraction)
        return heard

    def _spread(self) -> list[float]:
        heard = self._heard()
        firsts, seconds = [0.0] * 4, [0.0] * 4
        for some in heard.values():
            for rung in range(4):
                firsts[rung] += sum(f[rung] for f in some) / len(some) / len(heard)
                seconds[rung] += sum(f[rung] ** 2 for f in some) / len(some) / len(heard)
        return [*firsts, *seconds]

    def _share_strays(self, heard: Mapping[str, list[tuple[float, ...]]]) -> float:
        strays = 0.0
        for rung, (low, high) in enumerate(self.shares):
            means = [sum(f[rung] for f in some) / len(some) for some in heard.values()]
            share = sum(means) / len(means)
            strays += 100 * max(0.0, low - share, share - high)
        return strays

    def _level_strays(self, heard: Mapping[str, list[tuple[float, ...]]]) -> float:
        strays = 0.0
        for group, level in self.markers.items():
            for rung in range(4):
                share = sum(f[rung] for f in heard[group]) / len(heard[group])
                strays += 100 * max(0.0, 0.5 - share if rung < level else share - 0.499)
        return strays

    def _pairs(self, group: str) -> tuple[float, float]:
        """Of 100 pairs with residents, in how many the group rates higher, and lower."""
        higher = lower = whole = 0.0
        for service in self.table.services:
            x, y = (self.counts.get((service, g), Counter()) for g in (group, "resident"))
            n, m = (sum(side[c] for c in RATED) for side in (x, y))
            if n and m:
                up = sum(x[a] * y[b] for a in RATED for b in RATED if a > b)
                down = sum(x[a] * y[b] for a in RATED for b in RATED if a < b)
                higher, lower = higher + up / (n + m), lower + down / (n + m)
                whole += n * m / (n + m)
        return (100 * higher / whole, 100 * lower / whole) if whole else (0.0, 0.0)
