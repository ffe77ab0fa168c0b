"""What a questionnaire holds, and how it is written down as JSON.

Texts are given by language; the key "" stands for a questionnaire in one language that doesn't say
which. A matrix is a group laid out as a table, whose questions share one list of choices. Conditions
are source text in the language of XLSForm; "" means none. Names are unique within the whole
questionnaire, and are what exports call the columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from alongside.engines.questions.kinds import Kind

type Text = Mapping[str, str]
type Item = "Question | Group"

NO_TEXT: Text = {}


class Layout(StrEnum):
    """How a group is shown."""

    PAGES = "pages"  # one question a page
    PAGE = "page"  # all on one page
    TABLE = "table"  # a matrix: a line for each question, a column for each choice


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from. `marks` is what a `choice_filter` can ask for."""

    name: str
    label: Text
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked.

    `start`, `end`, `step` and the two texts of the ends belong to scales; `choices` names a list.
    `may_decline` offers "prefer not to say", which counts as answered.
    """

    name: str
    kind: Kind
    label: Text
    hint: Text = field(default_factory=dict)
    is_required: bool = False
    required_words: Text = field(default_factory=dict)
    may_decline: bool = False
    asked_if: str = ""
    fits_if: str = ""
    fits_words: Text = field(default_factory=dict)
    choices: str = ""
    choice_filter: str = ""
    calculation: str = ""
    default: str = ""
    start: int = 1
    end: int = 5
    step: int = 1
    start_words: Text = field(default_factory=dict)
    end_words: Text = field(default_factory=dict)
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together. With `repeats`, they are asked once for each of several.

    `most` limits how often; `count` is an expression that says how often, where that is known.
    """

    name: str
    label: Text
    members: tuple[Item, ...]
    layout: Layout = Layout.PAGES
    asked_if: str = ""
    repeats: bool = False
    count: str = ""
    most: int = 0
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The whole of it. `languages` begins with the one that is shown if no other is asked for."""

    title: Text
    members: tuple[Item, ...]
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = ("",)
    form_id: str = ""
    version: str = ""

    def questions(self) -> Iterator[Question]:
        """Every question in order, those within groups too."""
        yield from _questions(self.members)

    def question(self, name: str) -> Question:
        """The question of that name; KeyError if there is none."""
        for one in self.questions():
            if one.name == name:
                return one
        raise KeyError(name)

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """The list that a question chooses from, before any filter."""
        return self.lists.get(question.choices, ())


def _questions(members: tuple[Item, ...]) -> Iterator[Question]:
    for one in members:
        if isinstance(one, Group):
            yield from _questions(one.members)
        else:
            yield one


def words_in(text: Text, language: str) -> str:
    """Return a text in that language, else in the first one that there is.

    >>> words_in({"en": "Name", "gd": "Ainm"}, "gd")
    'Ainm'
    """
    return text.get(language) or next((words for words in text.values() if words), "")


def as_document(one: Any) -> Any:
    """Return JSON for a questionnaire or any part of it; what has its default is left out."""
    if isinstance(one, (Questionnaire, Group, Question, Choice)):
        told = {spec.name: getattr(one, spec.name) for spec in fields(one)}
        blank = {spec.name: _default(spec) for spec in fields(one)}
        return {key: as_document(value) for key, value in told.items() if value != blank[key]}
    if isinstance(one, Mapping):
        return {key: as_document(value) for key, value in one.items()}
    if isinstance(one, tuple):
        return [as_document(value) for value in one]
    return str(one) if isinstance(one, StrEnum) else one


def _default(spec: Any) -> Any:
    factory: Any = spec.default_factory
    return factory() if callable(factory) else spec.default


def from_document(document: Mapping[str, Any]) -> Questionnaire:
    """Return the questionnaire that `as_document` wrote down; ValueError if it is another thing."""
    try:
        told = dict(document)
        told["members"] = _members(told["members"])
        lists = told.get("lists", {})
        told["lists"] = {
            name: tuple(Choice(**choice) for choice in choices) for name, choices in lists.items()
        }
        told["languages"] = tuple(told.get("languages", ("",)))
        return Questionnaire(**told)
    except (KeyError, TypeError, AttributeError) as wrong:
        message = f"not a questionnaire: {wrong}"
        raise ValueError(message) from wrong


def _members(documents: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(_group(one) if "members" in one else _question(one) for one in documents)


def _group(document: dict[str, Any]) -> Group:
    layout = Layout(document.get("layout", Layout.PAGES))
    return Group(**{**document, "members": _members(document["members"]), "layout": layout})


def _question(document: dict[str, Any]) -> Question:
    return Question(**{**document, "kind": Kind(document["kind"])})
