"""Kinds of people: those whom quotas and household limits can't tell apart.

A fair lottery gives them the same chance, so that it is enough to say how many of each kind are on
a panel. That makes the task small: a pool of a thousand often has a few hundred kinds.

Where more people of the pool live together than one household may send, a household counts by what
kinds of people live in it: households that are alike form a *circle*, and people of the same values
in the same circle are a kind. For a panel it is then enough to know how many come from a circle;
dealing them to its households in turn keeps to the limit in each (see `drawing`).

Source: decisions on engines, 3; Flanigan, Gölz, Gupta, Hennig and Procaccia (2021), Fair algorithms
for selecting citizens' assemblies, Nature 596 (there person by person).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .people import Person, Task

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type Values = tuple[str, ...]
type Home = tuple[tuple[Values, tuple[str, ...]], ...]
"""A household: its values, and the ids of those who have them, both in order."""
type Shape = tuple[int, tuple[tuple[Values, int], ...]]
"""What makes households alike: places, and how many of which values."""
ALONE = -1


@dataclass(frozen=True, eq=False, kw_only=True)
class Kinds:
    """The kinds of a task, as arrays.

    A *rule* is a row that holds from `least` to `most` people of a panel: first each quota, then
    each circle of households. `rules` has, for each kind, the rules that count it: one of each
    feature, and in the last column its circle. `counts` are people, `caps` how many of them a panel
    can hold.
    """

    size: int
    quotas: int
    rules: Ints
    least: Ints
    most: Ints
    counts: Ints
    caps: Ints
    members: tuple[tuple[str, ...], ...]
    circle_of: tuple[int, ...]
    circles: tuple[tuple[Home, ...], ...]
    values: tuple[Values, ...]

    def __len__(self) -> int:
        return len(self.counts)

    @cached_property
    def table(self) -> Floats:
        """Rules x kinds: 1 where the rule counts the kind."""
        table = np.zeros((len(self.least), len(self)))
        for column in self.rules.T:
            table[column, np.arange(len(self))] = 1
        return table

    def counted(self, panel: Ints) -> Ints:
        """How many people of a panel each rule counts."""
        return np.bincount(
            self.rules.ravel(), np.repeat(panel, self.rules.shape[1]), len(self.least)
        ).astype(np.int64)

    def allows(self, panel: Ints) -> bool:
        """Whether a panel keeps to every rule. Whole numbers, no tolerance."""
        counted = self.counted(panel)
        return bool(
            panel.sum() == self.size
            and ((panel >= 0) & (panel <= self.caps)).all()
            and ((counted >= self.least) & (counted <= self.most)).all()
        )


def kinds_of(task: Task) -> Kinds:
    """Sort the people of a task into kinds. Neither the order of rows nor their names matter."""
    features = sorted(task.features)
    alone, alike = _alone_and_alike(_homes(task, features))
    quotas = sorted(task.quotas, key=lambda quota: (quota.feature, quota.value))
    row = {(quota.feature, quota.value): at for at, quota in enumerate(quotas)}
    circles = sorted(alike)
    found: list[tuple[Values, int, list[str], int]]
    found = [(values, ALONE, sorted(ids), len(ids)) for values, ids in sorted(alone.items())]
    for number, (places, shape) in enumerate(circles):
        same = alike[places, shape]
        for at, (values, here) in enumerate(shape):
            everybody = sorted(one for home in same for one in home[at][1])
            found.append((values, number, everybody, len(same) * min(here, places)))
    last = len(quotas) + len(circles)  # the rule of all who are in no circle
    rules = [
        [row[pair] for pair in zip(features, values, strict=True)]
        + [last if circle == ALONE else len(quotas) + circle]
        for values, circle, _, _ in found
    ]
    circle_most = [places * len(alike[places, shape]) for places, shape in circles]
    return Kinds(
        size=task.size,
        quotas=len(quotas),
        rules=np.array(rules, dtype=np.int64),
        least=np.array([q.least for q in quotas] + [0] * (len(circles) + 1), dtype=np.int64),
        most=np.array([q.most for q in quotas] + circle_most + [task.size], dtype=np.int64),
        counts=np.array([len(ids) for _, _, ids, _ in found], dtype=np.int64),
        caps=np.array([cap for *_, cap in found], dtype=np.int64),
        members=tuple(tuple(ids) for _, _, ids, _ in found),
        circle_of=tuple(circle for _, circle, _, _ in found),
        circles=tuple(tuple(sorted(alike[one], key=_first)) for one in circles),
        values=tuple(values for values, _, _, _ in found),
    )


def _alone_and_alike(
    homes: list[tuple[Home, int]],
) -> tuple[dict[Values, list[str]], dict[Shape, list[Home]]]:
    """People whom no household's limit touches, by values; the other households, by shape."""
    alone: dict[Values, list[str]] = defaultdict(list)
    alike: dict[Shape, list[Home]] = defaultdict(list)
    for home, places in homes:
        if places >= sum(len(ids) for _, ids in home):
            for values, ids in home:
                alone[values].extend(ids)
        else:
            alike[places, tuple((values, len(ids)) for values, ids in home)].append(home)
    return alone, alike


def _homes(task: Task, features: Sequence[str]) -> list[tuple[Home, int]]:
    """Each household, with the places that it has left."""
    together: dict[tuple[bool, str], list[Person]] = defaultdict(list)
    for person in task.people:
        shares = person.household is not None
        together[shares, (person.household if shares else person.id) or ""].append(person)
    found = []
    for (shares, key), people in together.items():
        by_values: dict[Values, list[str]] = defaultdict(list)
        for person in people:
            by_values[tuple(person.values[feature] for feature in features)].append(person.id)
        home = tuple((values, tuple(sorted(ids))) for values, ids in sorted(by_values.items()))
        taken = task.places_taken.get(key, 0) if shares else 0
        found.append((home, max(0, task.per_household - taken)))
    return found


def _first(home: Home) -> str:
    return min(ids[0] for _, ids in home)
