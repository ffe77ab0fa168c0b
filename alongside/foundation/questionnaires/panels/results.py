"""What was released of a questionnaire, as tables: a line for each choice, a column for each group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.engines.questions.contents import Question
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.kinds import Kind
from alongside.foundation.questionnaires.queries.implied import EVERYBODY
from alongside.foundation.questionnaires.wording import spoken

type Columns = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a table. `share` is how much of everybody, from 0 to 100, for the bar."""

    label: str
    share: int | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One question: how many answered it, and its lines; none where too few did."""

    name: str
    label: str
    answered: int | None
    lines: tuple[Bar, ...]


def told_of(contents: Contents, bundle: Mapping[str, Any], groups: Columns) -> list[Told]:
    """Return every question that figures were made of, in its order."""
    columns = [EVERYBODY, *(name for name, _words in groups)]
    return [
        _told(contents.question(one["name"]), contents, one, columns) for one in bundle["questions"]
    ]


def _told(
    question: Question, contents: Contents, told: Mapping[str, Any], columns: Sequence[str]
) -> Told:
    labels = {choice.name: spoken(choice.label) for choice in contents.choices_of(question)}
    everybody = [part["cells"].get(EVERYBODY) for part in told["parts"]]
    if any(counts is None for counts in everybody):
        return Told(question.name, spoken(question.label), None, ())
    lines = [line for part in told["parts"] for line in _lines(question, part, labels, columns)]
    answered = max((sum(counts) for counts in everybody if counts), default=0)
    return Told(question.name, spoken(question.label), answered, tuple(lines))


def _lines(
    question: Question, part: Mapping[str, Any], labels: Mapping[str, str], columns: Sequence[str]
) -> list[Bar]:
    if question.kind is Kind.SEVERAL:
        return [_bar(labels[part["option"]], part, 1, columns)]
    if question.kind is Kind.RANKING:
        words = _("%(label)s: put first") % {"label": labels[part["option"]]}
        return [_bar(words, part, 0, columns)]
    names = part["categories"]
    ends = {names[0]: question.start_words, names[-1]: question.end_words}
    return [
        _bar(labels.get(name) or f"{name} {spoken(ends.get(name, {}))}".strip(), part, at, columns)
        for at, name in enumerate(names)
    ]


def _bar(label: str, part: Mapping[str, Any], at: int, columns: Sequence[str]) -> Bar:
    counts = [part["cells"].get(name) for name in columns]
    everybody = counts[0] or [0]
    people = sum(everybody)
    share = round(100 * everybody[at] / people) if people else None
    return Bar(label, share, tuple(_cell(one, at) for one in counts))


def _cell(counts: Sequence[int] | None, at: int) -> str:
    if counts is None:
        return _("too few to show")
    people = sum(counts)
    if not people:
        return "–"  # noqa: RUF001 - a dash for nobody
    return _("%(n)s of %(people)s") % {"n": counts[at], "people": people}
