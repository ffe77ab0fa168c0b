"""The answers that every figure of the Star comes from, in columns.

An answer says how often something happens: 0 nowhere, 1 once or twice, 2 in pockets, 3 often, 4 it
is how we work; or that the person does not know, or that it is not their role. Those two are kept
apart from 0 for good: not knowing is no opinion, and another's role is no part of the question.

Source: method, "Our reading of the source" (Core Four).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type Mask = NDArray[np.bool_]
type Shown[T] = Iterable[T] | Mapping[str, Iterable[T]]
"""What may be shown: the same for every Co, or by Co."""

TOP = 4
DONT_KNOW = -1
NOT_OUR_ROLE = -2


class PerceptionsError(ValueError):
    """Answers that no figure can be made from; `code` is for programs, the text for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Answer(NamedTuple):
    """One person, speaking for one group, on one service and one Co."""

    person: str
    group: str
    service: str
    co: str
    code: int


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers as parallel columns: each column holds positions in its tuple of sorted labels.

    Labels are sorted, so the order in which answers arrive changes nothing. The same person in two
    groups wears two hats and speaks once in each.

    >>> few = Answers.of([Answer("ann", "resident", "parks", "design", 3),
    ...                   Answer("bo", "staff", "parks", "design", DONT_KNOW)])
    >>> few.groups, len(few)
    (('resident', 'staff'), 2)
    """

    people: tuple[str, ...]
    groups: tuple[str, ...]
    services: tuple[str, ...]
    cos: tuple[str, ...]
    person: Ints
    group: Ints
    service: Ints
    co: Ints
    code: Ints

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str, str, int]]) -> "Answers":
        """Answers from rows (person, group, service, co, code).

        Raises `PerceptionsError`: `unknown_code` for a code that is none of the seven,
        `answered_twice` when one person has two answers to one question in one group.
        """
        columns = list(zip(*rows, strict=True)) or [(), (), (), (), ()]
        labels, positions = zip(*(_positions(column) for column in columns[:4]), strict=True)
        code = np.asarray(columns[4], dtype=np.int64)
        _refuse_unknown_codes(code)
        _refuse_two_answers(labels, positions)
        people, groups, services, cos = labels
        person, group, service, co = positions
        return cls(people, groups, services, cos, person, group, service, co, code)

    def __len__(self) -> int:
        return len(self.code)

    def where(self, rows: Mask) -> "Answers":
        """Only the rows asked for, under the same labels."""
        columns = (c[rows] for c in (self.person, self.group, self.service, self.co, self.code))
        return Answers(self.people, self.groups, self.services, self.cos, *columns)

    def about(self, co: str) -> "Answers":
        """Only the answers about one Co; none when nobody was asked about it."""
        return self.where(self.co == position(self.cos, co))

    def on(self, service: str) -> "Answers":
        """Only the answers about one service."""
        return self.where(self.service == position(self.services, service))

    def by(self, group: str) -> "Answers":
        """Only what one group said."""
        return self.where(self.group == position(self.groups, group))


def position(labels: Sequence[str], label: str) -> int:
    """Where a label stands, or -1, which no row ever holds."""
    return labels.index(label) if label in labels else -1


def shown_for[T](co: str, shown: Shown[T]) -> tuple[T, ...]:
    """What may be shown for one Co, without repeats and in the caller's order."""
    mine = shown.get(co, ()) if isinstance(shown, Mapping) else shown
    return tuple(dict.fromkeys(mine))


def _positions(column: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    labels = tuple(sorted(set(column)))
    where = {label: at for at, label in enumerate(labels)}
    return labels, np.asarray([where[label] for label in column], dtype=np.int64)


def _refuse_unknown_codes(code: Ints) -> None:
    wrong = code[(code < NOT_OUR_ROLE) | (code > TOP)]
    if len(wrong):
        message = f"{wrong[0]} is not an answer: 0 to 4, don't know ({DONT_KNOW}) or not our role"
        raise PerceptionsError("unknown_code", f"{message} ({NOT_OUR_ROLE}).")


def _refuse_two_answers(labels: Sequence[tuple[str, ...]], positions: Sequence[Ints]) -> None:
    rows = np.stack(positions, axis=1)
    shape = tuple(max(1, len(some)) for some in labels)
    numbered = np.sort(np.ravel_multi_index(tuple(rows.T), shape))
    again = numbered[1:][numbered[1:] == numbered[:-1]]
    if len(again):
        at = np.unravel_index(again[0], shape)
        who, group, service, co = (some[int(i)] for some, i in zip(labels, at, strict=True))
        message = f"{who} ({group}) answered twice about {service} and {co}."
        raise PerceptionsError("answered_twice", message)
