"""The sheet of questions: rows to questions, in their groups."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from alongside.engines.questions.contents import Choice, Group, Item, Layout, Question
from alongside.engines.questions.kinds import WITH_CHOICES, Kind
from alongside.engines.questions.xlsform.languages import Languages
from alongside.engines.questions.xlsform.questions import question_of
from alongside.engines.questions.xlsform.report import Report
from alongside.engines.questions.xlsform.rows import OURS, Row
from alongside.engines.questions.xlsform.types import Asks, asks

NAME = re.compile(r"[^\W\d][\w.-]*")
LAYOUTS = {"field-list": Layout.PAGE, "table-list": Layout.TABLE}
YES = frozenset({"yes", "true", "true()", "1"})


@dataclass
class Open:
    """A group that has begun and not ended."""

    row: Row
    name: str
    is_repeat: bool
    members: list[Item] = field(default_factory=list)


class Survey:
    """The questions as they are read, one row after the other.

    `rows` tells in which row each name stands; `left_out` holds the names of what isn't asked here.
    """

    def __init__(
        self, lists: Mapping[str, tuple[Choice, ...]], languages: Languages, report: Report
    ) -> None:
        self.lists, self.languages, self.report = dict(lists), languages, report
        self.rows: dict[str, Row] = {}
        self.left_out: set[str] = set()
        self.open: list[Open] = []
        self.members: list[Item] = []

    def read(self, rows: Iterable[Row]) -> tuple[Item, ...]:
        """Read every row, and return what is asked."""
        for row in rows:
            if row.get("disabled").lower() in YES:
                self.left_out.add(row.get("name"))
            else:
                self._read(row)
        for group in self.open:
            self._error(group.row, "type", f"“{group.name}” begins here and never ends")
        return tuple(self.members)

    def _read(self, row: Row) -> None:
        found = asks(row.get("type"))
        if not row.get("type"):
            self._error(row, "type", "say here what is asked for, for example “text”")
        elif found is None:
            self._error(row, "type", f"“{row.get('type')}” is not a kind of question that is known")
        elif found.border.startswith("begin"):
            self._begin(row, found)
        elif found.border:
            self._end(row, found)
        elif found.is_about_device or found.left_out:
            why = found.left_out or "facts of the device aren't kept here"
            self.left_out.add(row.get("name"))
            self._note(row, "type", f"left out: {why}")
        else:
            self._ask(row, found)

    def _begin(self, row: Row, found: Asks) -> None:
        name = self._name(row)
        self.open.append(Open(row, name, found.border == "begin_repeat"))

    def _end(self, row: Row, found: Asks) -> None:
        kind = found.border.removeprefix("end_")
        if not self.open or self.open[-1].is_repeat != (kind == "repeat"):
            self._error(row, "type", f"this ends a {kind}, and none is open here")
            return
        ended = self.open.pop()
        if ended.members:
            self._put(self._group(ended))
        else:
            self._note(ended.row, "type", f"“{ended.name}” holds nothing that is asked here")

    def _group(self, ended: Open) -> Group:
        row, members = ended.row, tuple(ended.members)
        words = row.get("appearance").split()
        layout = next((LAYOUTS[word] for word in words if word in LAYOUTS), Layout.PAGES)
        if layout is Layout.TABLE and not _is_table(members):
            layout = Layout.PAGE
            self._note(row, "appearance", "no table: its questions don't share one list of choices")
        most = row.get(f"{OURS}::most")
        return Group(
            name=ended.name,
            label=self.languages.text(row.texts("label")),
            members=members,
            layout=layout,
            asked_if=row.get("relevant"),
            repeats=ended.is_repeat,
            count=row.get("repeat_count") if ended.is_repeat else "",
            most=int(most) if most.isdecimal() else 0,
            appearance=" ".join(word for word in words if word not in LAYOUTS),
        )

    def _ask(self, row: Row, found: Asks) -> None:
        name = self._name(row)
        question = question_of(row, name, found, self.languages, self.report)
        if question.kind in WITH_CHOICES and question.choices not in self.lists:
            words = f"there is no list “{question.choices}” in the sheet “choices”"
            self._error(row, "type", words)
        elif found.has_other:
            self._put(*self._with_other(row, question))
            return
        self._put(question)

    def _with_other(self, row: Row, question: Question) -> tuple[Question, Question]:
        """The question with "other" among its choices, and one that asks what."""
        known = self.lists[question.choices]
        name = f"{question.choices}_or_other"
        label = dict.fromkeys(self.languages.all, "Other")
        with_other = (*(one for one in known if one.name != "other"), Choice("other", label))
        self.lists[name] = with_other
        chosen = f"selected(${{{question.name}}}, 'other')"
        what = Question(
            self._free(f"{question.name}_other", row),
            Kind.TEXT,
            dict.fromkeys(self.languages.all, "Specify other."),
            asked_if=chosen,
        )
        return replace(question, choices=name), what

    def _name(self, row: Row) -> str:
        name = row.get("name")
        if not NAME.fullmatch(name):
            told = f"“{name}” can't be a name" if name else "a name is missing"
            self._error(row, "name", f"{told}: letters, digits, “-”, “_” and “.”, a letter first")
        if name in self.rows:
            around = self.open[-1].name if self.open else ""
            other = self._free(f"{around}_{name}" if around else name, row)
            words = f"“{name}” stands in row {self.rows[name].number} already; here it is “{other}”"
            self._note(row, "name", words)
            return other
        return self._free(name, row)

    def _free(self, name: str, row: Row) -> str:
        """Keep a name for a row; one that is taken gets a number."""
        number, free = 2, name
        while free in self.rows:
            free, number = f"{name}_{number}", number + 1
        self.rows[free] = row
        return free

    def _put(self, *items: Item) -> None:
        (self.open[-1].members if self.open else self.members).extend(items)

    def _error(self, row: Row, column: str, words: str) -> None:
        self.report.error(row.sheet, row.number, column, words)

    def _note(self, row: Row, column: str, words: str) -> None:
        self.report.note(row.sheet, row.number, column, words)


def _is_table(members: tuple[Item, ...]) -> bool:
    asked = [one for one in members if isinstance(one, Question)]
    lists = {one.choices for one in asked if one.kind is Kind.ONE}
    return (
        len(asked) == len(members) == sum(one.kind is Kind.ONE for one in asked) and len(lists) == 1
    )
