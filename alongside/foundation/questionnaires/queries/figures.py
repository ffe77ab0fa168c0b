"""What may be told of the answers to a questionnaire: made once, when it has ended.

Pure: rows in, plain values out, ready to be frozen. Told is, for every question with choices or a
scale, how many chose what: everybody together, and group by group as far as nobody's answer can be
worked back (trust 24 to 27). All questions are protected together, for they are of the same people.
What was asked in a repeated group, numbers, days, places and words are not told here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.engines.disclosure import (
    VERSION,
    Cube,
    Dimension,
    Policy,
    Protected,
    Record,
    Shown,
    protect_together,
)
from alongside.engines.questions.contents import Group, Item, Question, as_document
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.kinds import Kind
from alongside.foundation.members.models import Group as Who
from alongside.foundation.questionnaires.queries.implied import hangs_on, without_what_follows

ENGINES = {"disclosure": VERSION}
UNCONFIRMED = "unconfirmed"
DIMENSION = Dimension("group", (*Who.values, UNCONFIRMED))
NO_YES = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one person sent: who (any stable key), in which group, in which version."""

    person: int
    group: str
    is_entered: bool
    contents: Contents
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One table: a question, or one of its choices where several can be given or put in order."""

    question: Question
    option: str
    categories: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.question.name}/{self.option}"

    def said(self, answer: Any) -> str:
        """The category of an answer."""
        if self.question.kind is Kind.SEVERAL:
            return NO_YES[self.option in answer]
        if self.question.kind is Kind.RANKING:
            return str(answer.index(self.option) + 1)
        return str(answer)


def figures_of(contents: Contents, sheets: Sequence[Sheet], *, minimum: int) -> dict[str, Any]:
    """Return the bundle of a release, about the questions of `contents`.

    Keys: minimum, questions. Of a question: name and parts; of a part: option ("" for the whole
    question), categories, and cells, by group and for everybody (`*`) how many chose each, or
    nothing where it isn't shown. Who was asked a question in other words isn't counted in it.
    """
    parts = list(_parts(contents))
    alike = _alike(contents, sheets)
    cubes = {part.key: _cube(part, alike, sheets) for part in parts}
    policy = Policy(minimum, unanimous_minimum=max(10, minimum))
    told = protect_together(cubes, policy) if cubes else {}
    cells: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        cells.setdefault(part.question.name, []).append(_cells(told[part.key]))
    hanging = hangs_on(contents)
    kept = without_what_follows(cells, hanging, people=len(sheets), minimum=minimum)
    questions: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        listed = questions.setdefault(part.question.name, [])
        shown = kept[part.question.name][len(listed)]
        listed.append({"option": part.option, "categories": list(part.categories), "cells": shown})
    return {
        "minimum": minimum,
        "questions": [{"name": name, "parts": found} for name, found in questions.items()],
    }


def _cells(release: Protected) -> dict[str, Any]:
    return {
        name: list(cell.counts) if isinstance(cell, Shown) else None
        for (name,), cell in release.cells.items()
    }


def _parts(contents: Contents) -> Iterator[Part]:
    for question in _asked_once(contents.members):
        names = tuple(choice.name for choice in contents.choices_of(question))
        if question.kind is Kind.SCALE:
            steps = range(question.start, question.end + 1, question.step)
            yield Part(question, "", tuple(map(str, steps)))
        elif question.kind is Kind.ONE and names:
            yield Part(question, "", names)
        elif question.kind is Kind.SEVERAL:
            yield from (Part(question, name, NO_YES) for name in names)
        elif question.kind is Kind.RANKING:
            places = tuple(str(place) for place in range(1, len(names) + 1))
            yield from (Part(question, name, places) for name in names)


def _asked_once(members: Iterable[Item]) -> Iterator[Question]:
    for one in members:
        if isinstance(one, Question):
            yield one
        elif isinstance(one, Group) and not one.repeats:
            yield from _asked_once(one.members)


def _alike(contents: Contents, sheets: Sequence[Sheet]) -> dict[int, frozenset[str]]:
    """By version (the identity of its contents): the names under which it asks the very same."""
    versions = {id(sheet.contents): sheet.contents for sheet in sheets}
    asked = {one.name: _wording(contents, one.name) for one in contents.questions()}
    return {
        key: frozenset(name for name, words in asked.items() if _wording(version, name) == words)
        for key, version in versions.items()
    }


def _cube(part: Part, alike: Mapping[int, frozenset[str]], sheets: Sequence[Sheet]) -> Cube:
    name = part.question.name
    records = [
        Record(sheet.person, (sheet.group,), part.said(answer), entered=sheet.is_entered)
        for sheet in sheets
        if (answer := sheet.document.get(name)) is not None and name in alike[id(sheet.contents)]
    ]
    return Cube.from_records((DIMENSION,), part.categories, records)


def _wording(contents: Contents, name: str) -> Any:
    """What is asked under a name, with its choices: the same words are the same question."""
    try:
        question = contents.question(name)
    except KeyError:
        return None
    return as_document(question), [as_document(one) for one in contents.choices_of(question)]
