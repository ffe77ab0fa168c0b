"""A reader of everything that a map released, who wants to know what it left out.

They know how the figures are made. For each group and each set of services somebody may have
spoken about, they write down how many people there were and what they said as unknown whole
numbers; every shown cell, every number of people and every share of the Star becomes a sum that
has to come out. Then they ask for the least and the most that a hidden cell may hold. The reader
shares no code with the engine: only the released bundle is read.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

EVERY = "*"
TOP = 4
NEARLY = 1e-6
HALF_A_HUNDREDTH = 0.005
type Key = tuple[str, str]
type Weights = Mapping[int, float]


@dataclass
class Reader:
    """Reads one Co of a bundle. `unknowns` numbers each (group, services, service, code)."""

    bundle: Mapping[str, Any]
    co: str
    unknowns: dict[tuple[str, tuple[str, ...], str, str], int] = field(default_factory=dict)
    rows: list[Weights] = field(default_factory=list)
    only_cells: bool = False  # takes no notice of numbers of people, nor of shares
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        content = json.loads(self.bundle["cubes"][self.co])
        services, groups = (one["members"] for one in content["dimensions"])
        self.codes: list[str] = content["categories"]
        self.minimum: int = content["policy"]["minimum"]
        self.merged = {m["label"]: m["members"] for m in content["merges_used"]}
        self.cells: dict[Key, tuple[list[int], int] | None] = {
            tuple(key): None if counts is None else (counts, people)
            for key, counts, people in content["cells"]
        }
        inside = {one for members in self.merged.values() for one in members}
        self.groups = [g for g in groups if g not in inside] + list(self.merged)
        self.services: list[str] = services
        self._number_unknowns()
        self._know_cells()
        if not self.only_cells:
            self._know_shares()

    def _number_unknowns(self) -> None:
        for group in self.groups:
            for spoken in self._sets_of_services():
                for service in spoken:
                    for code in self.codes:
                        at = (group, spoken, service, code)
                        self.unknowns[at] = len(self.unknowns)
                self._same_people(group, spoken)

    def _sets_of_services(self) -> Iterator[tuple[str, ...]]:
        for size in range(1, len(self.services) + 1):
            yield from combinations(self.services, size)

    def _same_people(self, group: str, spoken: tuple[str, ...]) -> None:
        """Those who spoke about the same services answered once about each of them."""
        first = self._at([group], spoken, spoken[0])
        for other in spoken[1:]:
            self.know({**first, **_times(self._at([group], spoken, other), -1)}, 0, 0)

    def _at(self, groups: list[str], spoken: tuple[str, ...], service: str) -> dict[int, float]:
        return {
            self.unknowns[group, spoken, service, code]: 1.0
            for group in groups
            for code in self.codes
        }

    def know(self, row: Weights, least: float, most: float) -> None:
        """Learn that these unknowns add up to something between the two."""
        self.rows.append(row)
        self.least.append(least)
        self.most.append(most)

    def _groups_of(self, name: str) -> list[str]:
        return self.groups if name == EVERY else [name]

    def answers(self, key: Key, code: str | None = None) -> dict[int, float]:
        """Which unknowns make up the answers of a cell, in one code or in all."""
        service, group = key
        return {
            at: 1.0
            for (g, _spoken, s, c), at in self.unknowns.items()
            if g in self._groups_of(group) and service in (EVERY, s) and code in (None, c)
        }

    def people(self, key: Key) -> dict[int, float]:
        """Which unknowns count the people of a cell, each person once."""
        service, group = key
        found: dict[int, float] = {}
        for g in self._groups_of(group):
            for spoken in self._sets_of_services():
                if service == EVERY or service in spoken:
                    found |= self._at([g], spoken, spoken[0])
        return found

    def _know_cells(self) -> None:
        for key, cell in self.cells.items():
            if key[1] not in (EVERY, *self.groups):
                continue
            if cell is None:
                self.know(self.answers(key), 1, np.inf)
                continue
            counts, people = cell
            for code, count in zip(self.codes, counts, strict=True):
                self.know(self.answers(key, code), count, count)
            if not self.only_cells:
                self.know(self.people(key), people, people)
        named = {key for key in self.cells if EVERY not in key}
        for group in self.groups:
            for service in self.services:
                if (service, group) not in named:  # nobody of the group spoke about it
                    self.know(self.answers((service, group)), 0, 0)

    def _know_shares(self) -> None:
        """The shares of the point, and of its groups where they are told, as rounding leaves them.

        A group's share is the mean over its people of the part of their services at a rung or
        above; the point's is the mean of its groups' shares.
        """
        if any(self._may_be(code) for code in ("dk", "na")):
            return  # then a share also depends on who left out what
        point = next(p for p in self.bundle["points"] if p["co"] == self.co)
        heard = [marker["group"] for marker in point["markers"]]
        self._know_share(heard, point["rings"])
        for marker in point["markers"]:
            self._know_share([marker["group"]], marker.get("rings"))

    def _know_share(self, groups: list[str], rings: list[float] | None) -> None:
        for rung, share in enumerate(rings or (), start=1):
            row: dict[int, float] = {}
            for group in groups:
                whole = self.cells[EVERY, group]
                assert whole is not None, "the share of a group whose people are not told"
                row |= _times(self._reaching(group, rung), 1 / whole[1] / len(groups))
            slack = HALF_A_HUNDREDTH + NEARLY
            self.know(row, share - slack, share + slack)

    def _may_be(self, code: str) -> bool:
        whole = self.cells.get((EVERY, EVERY))
        return whole is None or whole[0][self.codes.index(code)] > 0

    def _reaching(self, group: str, rung: int) -> dict[int, float]:
        """A group's people, each by the part of their services at this rung or above."""
        return {
            at: 1 / len(spoken)
            for (g, spoken, _s, code), at in self.unknowns.items()
            if g == group and code.isdigit() and int(code) >= rung
        }

    @property
    def hidden(self) -> list[Key]:
        """The cells of one service and one group that the release leaves out."""
        return [key for key, cell in self.cells.items() if cell is None and EVERY not in key]

    def span(self, row: Weights, *, enough: int) -> int:
        """How far apart the most and the least are; looks no further than `enough`."""
        most = self._furthest(row, -1)
        least = self._furthest(row, 1)
        return min(enough, most - least)

    def _furthest(self, row: Weights, sign: int) -> int:
        cost = self._dense([_times(row, sign)])[0]
        found = milp(
            cost,
            integrality=np.ones(len(self.unknowns)),
            bounds=Bounds(0, 400),
            constraints=LinearConstraint(self._dense(self.rows), self.least, self.most),
            options={"presolve": False, "time_limit": 60},
        )
        assert found.status == 0, found.message
        return round(sign * float(cost @ np.rint(found.x)))

    def _dense(self, rows: list[Weights]) -> np.ndarray:
        table = np.zeros((len(rows), len(self.unknowns)))
        for number, row in enumerate(rows):
            table[number, list(row)] = list(row.values())
        return table


def _times(row: Weights, factor: float) -> dict[int, float]:
    return {at: weight * factor for at, weight in row.items()}


def sizes_known(reader: Reader, *, least: int) -> dict[Key, int]:
    """Hidden cells whose number of answers is known more closely than that."""
    spans = {key: reader.span(reader.answers(key), enough=least) for key in reader.hidden}
    return {key: span for key, span in spans.items() if span < least}


def answers_known(reader: Reader, truth: Mapping[Key, Mapping[str, int]]) -> list[tuple[Key, str]]:
    """Answers in hidden cells whose number is known exactly."""
    return [
        (key, code)
        for key in reader.hidden
        for code, count in truth[key].items()
        if count and reader.span(reader.answers(key, code), enough=1) < 1
    ]
