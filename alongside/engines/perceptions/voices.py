"""What the people of one group say about one Co: shares, never averages of rungs.

A person is one voice however many services they answer about. Their share at level k is the part
of their rated services that they put at k or more; "don't know" and "not our role" are no part of
it. Services are thus pooled person by person: someone who knows six services and someone who knows
one count the same. The group's share is the mean of its people's shares.

Source: decisions on statistics, 33 and 34.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from .answers import DONT_KNOW, TOP, Answers, Floats, Ints

RUNGS = np.arange(1, TOP + 1)


@dataclass(frozen=True, eq=False)
class Voices:
    """One group's people on one Co, one row per person who answered anything about it.

    `rated` counts each person's answers 0 to 4, `reached[:, k - 1]` those at k or more, `unsure`
    those "don't know". A person who said only "not our role" answered, but has no voice here.
    """

    group: str
    people: Ints
    rated: Ints
    reached: Ints
    unsure: Ints
    complete: bool

    @property
    def answered(self) -> int:
        """How many people of the group answered anything at all about this Co."""
        return len(self.people)

    @property
    def heard(self) -> int:
        """How many of them rated at least one service."""
        return int(np.count_nonzero(self.rated))

    @property
    def raters(self) -> Ints:
        """The people who rated, in the order of `shares`."""
        return self.people[self.rated > 0]

    @property
    def shares(self) -> Floats:
        """Each rater's share of services at level 1, 2, 3, 4 or more; shape (heard, 4)."""
        rows = self.rated > 0
        return self.reached[rows] / self.rated[rows, None]

    @property
    def low(self) -> float:
        """Share of the raters who put most of their services at 0 or 1."""
        return _mean(2 * (self.rated - self.reached[:, 1]) > self.rated, self.rated > 0)

    @property
    def high(self) -> float:
        """Share of the raters who put most of their services at 3 or 4."""
        return _mean(2 * self.reached[:, 2] > self.rated, self.rated > 0)

    @property
    def doubt(self) -> float:
        """Mean over people of the share of "don't know" among what is their role; nan if none."""
        role = self.rated + self.unsure
        return _mean(self.unsure / np.maximum(role, 1), role > 0)

    def if_unsure_said(self, rung: int) -> Floats:
        """The group's shares if each "don't know" had been 0 or had been 4; shape (4,)."""
        role = self.rated + self.unsure
        rows = role > 0
        reached = self.reached + (self.unsure[:, None] if rung == TOP else 0)
        return np.asarray((reached[rows] / role[rows, None]).mean(axis=0), dtype=np.float64)


def voices(answers: Answers, group: str, *, complete: bool = False) -> Voices:
    """The voices of one group in answers that are already about one Co.

    `complete` says that everyone asked has answered.

    >>> rows = [("ann", "resident", "parks", "do", 3), ("ann", "resident", "care", "do", 0)]
    >>> voices(Answers.of(rows), "resident").shares
    array([[0.5, 0.5, 0.5, 0. ]])
    """
    mine = answers.by(group)
    people, row = np.unique(mine.person, return_inverse=True)

    def count(which: np.ndarray) -> Ints:
        return np.bincount(row[which], minlength=len(people)).astype(np.int64)

    reached = [count(mine.code >= rung) for rung in RUNGS]
    return Voices(
        group=group,
        people=people,
        rated=count(mine.code >= 0),
        reached=np.stack(reached, axis=1),
        unsure=count(mine.code == DONT_KNOW),
        complete=complete,
    )


def is_complete(answers: Answers, group: str, asked: Mapping[str, int]) -> bool:
    """Whether exactly as many people of the group answered as were asked.

    Not when that number is unknown, nor when more answered (an open link): then the list of those
    asked was not the whole of the group.
    """
    return asked.get(group) == len(np.unique(answers.by(group).person)) > 0


def at_least(groups: Iterable[Voices]) -> Floats:
    """B_1 to B_4: the mean of the shares of the groups heard, each group counting equally.

    Groups without a rater have no part in it; with none at all the answer is four nans.
    """
    means = [some.shares.mean(axis=0) for some in groups if some.heard]
    return np.mean(means, axis=0) if means else np.full(TOP, np.nan)


def _mean(values: np.ndarray, rows: np.ndarray) -> float:
    return float(values[rows].mean()) if rows.any() else float("nan")
