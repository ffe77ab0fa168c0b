"""One way through a questionnaire, from its first question to its last."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from alongside.engines.questions.answers import Misfit, read_answer
from alongside.engines.questions.contents import (
    Choice,
    Group,
    Item,
    Layout,
    Question,
    Questionnaire,
    words_in,
)
from alongside.engines.questions.expressions import Value, evaluate, is_true
from alongside.engines.questions.expressions.values import as_number, as_text
from alongside.engines.questions.given import Given
from alongside.engines.questions.kinds import Kind
from alongside.engines.questions.pages import Asked, Page, Where
from alongside.engines.questions.worth import condition_of, marks_of, value_of

MOST_TIMES = 50


class Walk:
    """One way through a questionnaire. Remembers what is asked, for the conditions that follow."""

    def __init__(self, questionnaire: Questionnaire, given: Given, now: datetime) -> None:
        self.questionnaire, self.given, self.now = questionnaire, given, now
        self.repeats = dict(_repeats(questionnaire.members, ()))
        self.order = {one.name: at for at, one in enumerate(questionnaire.questions())}
        self.reached = -1
        self.known: dict[str, Value] = {}
        self.worked_out: dict[str, str] = {}

    def pages(self, members: Sequence[Item], where: Where) -> Iterator[Page]:
        for one in members:
            if isinstance(one, Question):
                asked = self._asked(one, where)
                if asked is not None:
                    yield Page(asked.address, (asked,), headings=where.headings)
            elif not self._holds(one.asked_if, where):
                self._pass_over(one)
            elif one.repeats:
                yield from self._turns(one, where)
            else:
                label = ((one.label, 0),) if one.label else ()
                inner = replace(where, headings=(*where.headings, *label))
                yield from self._group(one, inner)

    def _group(self, group: Group, where: Where) -> Iterator[Page]:
        if group.layout is Layout.PAGES:
            yield from self.pages(group.members, where)
            return
        asked = tuple(one for page in self.pages(group.members, where) for one in page.asked)
        if asked:
            yield Page(asked[0].address, asked, group.layout, where.headings)

    def _turns(self, group: Group, where: Where) -> Iterator[Page]:
        address = where.address(group.name)
        begun, counted_ = self.given.times(address), self._count(group, where)
        most = group.most or MOST_TIMES
        times = min(begun if counted_ is None else counted_, most)
        for turn in range(1, times + 1):
            turns = (*where.turns, (group.name, turn))
            headings = (*where.headings, (group.label, turn))
            yield from self._group(group, Where(turns, headings))
        if not times:
            self._pass_over(group)
        if counted_ is None and times < most:
            yield Page(f"{address}/{times + 1}", headings=where.headings, again=group)

    def _count(self, group: Group, where: Where) -> int | None:
        """How often the group is asked, where the questionnaire says so; 0 if it says nonsense."""
        if not group.count:
            return None
        count = as_number(evaluate(condition_of(group.count), Seen(self, where)))
        return int(min(max(count, 0), MOST_TIMES)) if not math.isnan(count) else 0

    def _pass_over(self, group: Group) -> None:
        for one in Questionnaire({}, group.members).questions():
            self.reached = max(self.reached, self.order[one.name])

    def _holds(self, condition: str, where: Where) -> bool:
        return not condition or is_true(condition_of(condition), Seen(self, where))

    def _asked(self, question: Question, where: Where) -> Asked | None:
        self.reached = self.order[question.name]
        address = where.address(question.name)
        if not self._holds(question.asked_if, where):
            return None
        if question.kind is Kind.WORKED_OUT:
            value = evaluate(condition_of(question.calculation or "''"), Seen(self, where))
            self.known[address] = value
            self.worked_out[address] = as_text(value)
            return None
        choices = self._choices(question, where)
        answer = self._still_fits(question, self.given.at(address), choices)
        is_declined = question.may_decline and address in self.given.declined
        self.known[address] = "" if is_declined else value_of(answer)
        return Asked(address, question, choices, None if is_declined else answer, is_declined)

    def _still_fits(self, question: Question, answer: Any, choices: Sequence[Choice]) -> Any:
        """The answer, unless another answer took its choice away."""
        try:
            return read_answer(question, answer, choices)
        except Misfit:
            return None

    def _choices(self, question: Question, where: Where) -> tuple[Choice, ...]:
        choices = self.questionnaire.choices_of(question)
        if not question.choice_filter:
            return choices
        condition = condition_of(question.choice_filter)
        columns = frozenset[str]().union(*(one.marks for one in choices))
        scopes = ((one, Seen(self, where, marks_of(one, columns))) for one in choices)
        return tuple(one for one, scope in scopes if is_true(condition, scope))

    def value(self, name: str, where: Where) -> Value:
        """What was answered to a question, seen from here: of this turn, else of the first."""
        here = dict(where.turns)
        turns = tuple((group, here.get(group, 1)) for group in self.repeats.get(name, ()))
        return self._at(name, Where(turns).address(name))

    def values(self, name: str) -> list[Value]:
        """What was answered to a question, each time that it was asked."""
        found = [Where()]
        for group in self.repeats.get(name, ()):
            found = [
                Where((*one.turns, (group, turn)))
                for one in found
                for turn in range(1, self.given.times(one.address(group)) + 1)
            ]
        return [self._at(name, one.address(name)) for one in found]

    def _at(self, name: str, address: str) -> Value:
        if address in self.known:
            return self.known[address]
        is_later = self.order.get(name, -1) > self.reached
        return value_of(self.given.at(address)) if is_later else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a condition sees from where it stands."""

    walk: Walk
    where: Where
    marks: Mapping[str, str] | None = None
    answer: Value = ""

    @property
    def today(self) -> date:
        return self.walk.now.date()

    @property
    def now(self) -> datetime:
        return self.walk.now

    def value(self, name: str) -> Value:
        return self.walk.value(name, self.where)

    def values(self, name: str) -> Sequence[Value]:
        return self.walk.values(name)

    def here(self) -> Value:
        return self.answer

    def position(self) -> int:
        return self.where.turns[-1][1] if self.where.turns else 1

    def label(self, name: str, choice: str) -> str:
        questionnaire = self.walk.questionnaire
        choices = questionnaire.choices_of(questionnaire.question(name))
        found = next((one.label for one in choices if one.name == choice), {})
        return words_in(found, questionnaire.languages[0])

    def mark(self, name: str) -> str:
        """What the choice that is being looked at has in a column; a word that is none means itself."""
        return (self.marks or {}).get(name, name)


def _repeats(
    members: Sequence[Item], around: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name with the repeated groups around it, the outermost first."""
    for one in members:
        yield one.name, around
        if isinstance(one, Group):
            inner = (*around, one.name) if one.repeats else around
            yield from _repeats(one.members, inner)
