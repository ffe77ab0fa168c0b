"""A reader of everything that a map released, who wants to know what it left out.

They know how the figures are made. For each group, each set of services that somebody may have
spoken about, and each way of answering about one Co, they write down how many people there were:
unknown whole numbers. Every shown cell, every number of people (those of the other three Co's
too: the same people answered all four), every share and every level of the Star becomes a sum
that has to come out. Then they ask for the least and the most that stands behind a hidden cell.
The reader shares no code with the engine: only the released bundle is read.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

EVERY = "*"
NEARLY = 1e-6
MOST = 400
type Key = tuple[str, str]
type Row = np.ndarray


@dataclass(frozen=True)
class Kind:
    """People who answer alike: of one group, about the same services, with the same codes."""

    group: str
    said: tuple[tuple[str, str], ...]  # service and code, in the order of the services

    @property
    def rated(self) -> list[int]:
        return [int(code) for _service, code in self.said if code.isdigit()]

    def about(self, service: str) -> str | None:
        return dict(self.said).get(service)


@dataclass
class Table:
    """One Co of a bundle: its cells, and the groups that are in it."""

    cells: Mapping[Key, tuple[list[int], int] | None]
    groups: list[str]
    codes: list[str]
    services: list[str]
    minimum: int
    merged: Mapping[str, list[str]]

    @classmethod
    def of(cls, text: str) -> "Table":
        content = json.loads(text)
        services, groups = (one["members"] for one in content["dimensions"])
        merged = {m["label"]: m["members"] for m in content["merges_used"]}
        cells: dict[Key, tuple[list[int], int] | None] = {
            tuple(key): None if counts is None else (counts, people)
            for key, counts, people in content["cells"]
        }
        inside = {one for members in merged.values() for one in members}
        names = [g for g in groups if g not in inside] + list(merged)
        wholes = {name: cells[EVERY, name] for name in names}
        heard = [name for name, whole in wholes.items() if whole is None or whole[1]]
        minimum = content["policy"]["minimum"]
        return cls(cells, heard, content["categories"], services, minimum, merged)


@dataclass
class Reader:
    """Reads a bundle, and one Co of it in full. `kinds` are the people there may be."""

    bundle: Mapping[str, Any]
    co: str
    rows: list[Row] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tables = {co: Table.of(text) for co, text in self.bundle["cubes"].items()}
        self.table = self.tables[self.co]
        self._know_cells()
        for co, table in self.tables.items():
            if co != self.co and table.groups == self.table.groups:
                self._know_numbers(table)
        self._know_shares()

    @cached_property
    def kinds(self) -> list[Kind]:
        return [
            Kind(group, tuple(zip(spoken, codes, strict=True)))
            for group in self.table.groups
            for size in range(1, len(self.table.services) + 1)
            for spoken in combinations(self.table.services, size)
            for codes in product(self._codes_of(group), repeat=size)
        ]

    def _codes_of(self, group: str) -> list[str]:
        whole = self.table.cells[EVERY, group] or self.table.cells[EVERY, EVERY]
        if whole is None:
            return self.table.codes
        return [c for c, n in zip(self.table.codes, whole[0], strict=True) if n]

    def know(self, row: Row, least: float, most: float) -> None:
        """Learn that these people add up to something between the two."""
        self.rows.append(row)
        self.least.append(least)
        self.most.append(most)

    def count(self, of: Callable[[Kind], float]) -> Row:
        """Weigh each kind of people."""
        return np.array([float(of(kind)) for kind in self.kinds])

    def answers(self, key: Key, code: str | None = None) -> Row:
        """The answers of a cell, in one code or in all."""
        return self.count(
            lambda kind: sum(
                key[0] in (EVERY, s) and key[1] in (EVERY, kind.group) and code in (None, c)
                for s, c in kind.said
            )
        )

    def people(self, key: Key) -> Row:
        """The people of a cell, each once."""
        return self.count(
            lambda kind: (
                key[1] in (EVERY, kind.group)
                and (key[0] == EVERY or kind.about(key[0]) is not None)
            )
        )

    def _here(self, key: Key) -> bool:
        return key[1] in (EVERY, *self.table.groups)

    def _know_cells(self) -> None:
        for key, cell in self.table.cells.items():
            if cell is None and self._here(key):
                # Of a single cell it isn't told whether anybody spoke; an empty margin is shown.
                self.know(self.answers(key), int(EVERY in key), np.inf)
            elif cell is not None and self._here(key):
                for code, count in zip(self.table.codes, cell[0], strict=True):
                    self.know(self.answers(key, code), count, count)
                self.know(self.people(key), cell[1], cell[1])

    def _know_numbers(self, other: Table) -> None:
        """The same people answered the other questions: their numbers count here too."""
        for key, cell in other.cells.items():
            if cell is not None and self._here(key) and self.table.cells[key] is None:
                self.know(self.answers(key), sum(cell[0]), sum(cell[0]))

    def _know_shares(self) -> None:
        """The shares of the point as rounding leaves them, and where each group's marker stands.

        A group's share is the mean over its people of the part of their services at a rung or
        above; the point's is the mean of its groups' shares.
        """
        if any(self._may_be(code) for code in ("dk", "na")):
            return  # then a share also depends on who left out what
        point = next(p for p in self.bundle["points"] if p["co"] == self.co)
        heard = [marker["group"] for marker in point["markers"]]
        for rung, share in enumerate(point["rings"] or (), start=1):
            whole = sum(self.share(group, rung) for group in heard) / len(heard)
            self.know(whole, *told_of(share, point["steps"]))
        for marker in point["markers"]:
            for rung in range(1, 5) if marker["level"] is not None else ():
                reached = rung <= marker["level"]
                least, most = (0.5 - NEARLY, 1) if reached else (0, 0.5 - NEARLY)
                self.know(self.share(marker["group"], rung), least, most)

    def know_who_spoke_at_work(self) -> None:
        """What the list of what is not happening tells: of which services enough people spoke."""
        told = {entry["service"] for entry in self.bundle["practice"]["not_happening"]}
        at_work = [g for g in self.table.groups if g != "resident"]
        left_out = sum(
            told["answered"]
            for group, told in self.bundle["people"].items()
            if group != "resident" and self._name(group) not in self.table.groups
        )
        for service in self.table.services:
            here = sum(self.people((service, group)) for group in at_work) + self.count(
                lambda _k: 0
            )
            if service in told:
                self.know(here, self.minimum - left_out, np.inf)
            else:
                self.know(here, 0, self.minimum - 1)

    def _name(self, group: str) -> str:
        merged = [name for name, parts in self.table.merged.items() if group in parts]
        return merged[0] if merged else group

    @property
    def minimum(self) -> int:
        return self.table.minimum

    def room(self, key: Key) -> int:
        """How far a number can span at all: by how many of the group gave how many answers."""
        whole = self.table.cells[EVERY, key[1]]
        assert whole is not None, "a group is in the Star whose people are not told"
        people, answers = whole[1], sum(whole[0])
        others = len(self.table.services) - 1
        return min(people, answers) - max(0, answers - others * people)

    def hidden_everywhere(self) -> list[Key]:
        """Cells that no question shows whose groups are the same as this one's."""
        alike = [table for table in self.tables.values() if table.groups == self.table.groups]
        return [
            key
            for key in self.table.cells
            if EVERY not in key
            and key[1] in self.table.groups
            and all(table.cells[key] is None for table in alike)
        ]

    def _may_be(self, code: str) -> bool:
        whole = self.table.cells[EVERY, EVERY]
        return whole is None or whole[0][self.table.codes.index(code)] > 0

    def share(self, group: str, rung: int) -> Row:
        """A group's people, each by the part of their rated services at this rung or above."""
        whole = self.table.cells[EVERY, group]
        assert whole is not None, "a group is in the Star whose people are not told"
        people = whole[1]
        return self.count(
            lambda kind: (
                kind.group == group
                and sum(code >= rung for code in kind.rated) / max(1, len(kind.rated)) / people
            )
        )

    def span(self, row: Row) -> tuple[int, int]:
        """The least and the most that these people may add up to."""
        return self._furthest(row, 1), self._furthest(row, -1)

    def _furthest(self, row: Row, sign: int) -> int:
        found = milp(
            sign * row,
            integrality=np.ones(len(row)),
            bounds=Bounds(0, MOST),
            constraints=LinearConstraint(csr_array(np.array(self.rows)), self.least, self.most),
            options={"presolve": False, "time_limit": 60},
        )
        assert found.status == 0, found.message
        return round(float(row @ np.rint(found.x)))


def told_of(share: float, steps: int) -> tuple[float, float]:
    """Between which shares one that is told in steps lies; no step goes across one half."""
    low, high = share - 0.5 / steps, share + 0.5 / steps
    if share >= 0.5:
        low = max(low, 0.5)
    elif share + 1 / steps >= 0.5 - NEARLY:
        high = 0.5
    return low - NEARLY, high + NEARLY
