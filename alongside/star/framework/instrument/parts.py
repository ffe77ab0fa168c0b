"""The parts of an instrument, each with its texts by language, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.star.framework.picture import TOP_LEVEL, Shape

DEFAULT_LANGUAGE = "en"

type Texts = Mapping[str, Mapping[str, str]]


class InstrumentError(ValueError):
    """An instrument file that can't be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A part of the instrument with its texts by language."""

    key: str
    texts: Texts

    def text(self, field: str, language: str = DEFAULT_LANGUAGE) -> str:
        """The text before its words are filled in; English where the language has none."""
        return self.texts.get(language, self.texts[DEFAULT_LANGUAGE])[field]


@dataclass(frozen=True, slots=True)
class Co(Worded):
    """One of the four Co's. `name` is its term in the vocabulary. Text: definition."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Question(Worded):
    """One of the Core Four. Texts: question, help."""

    co: str


@dataclass(frozen=True, slots=True)
class Answer(Worded):
    """One answer to the Core Four. Texts: name, sentence; scale for the five levels."""

    @property
    def level(self) -> int | None:
        """0 to 4, or nothing for answers outside the level."""
        return int(self.key) if self.key.isdigit() else None


@dataclass(frozen=True, slots=True)
class Say(Worded):
    """Who has the say. Texts: name, sentence."""


@dataclass(frozen=True, slots=True)
class Way(Worded):
    """A way of working. `approach` is the name in the literature. Texts: name, sentence, example."""

    co: str
    approach: str
    level: str


@dataclass(frozen=True, slots=True)
class Step(Worded):
    """One of the five steps. `name` is its term in the vocabulary. Texts: purpose, tool."""

    name: str


@dataclass(frozen=True, slots=True)
class Group(Worded):
    """A group that takes part; singular and plural are words of the vocabulary. Texts: letter, meaning."""

    singular: str
    plural: str
    shape: Shape
    solid: bool


@dataclass(frozen=True, slots=True)
class ResidentKind(Worded):
    """What a resident is to the service. Texts: name, meaning."""


@dataclass(frozen=True, slots=True)
class Instrument(Worded):
    """A frozen version, key such as "explorer-1". Texts: name, label, independence, source."""

    id: str
    version: str
    dated: date
    languages: tuple[str, ...]
    cos: tuple[Co, ...]
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    says: tuple[Say, ...]
    ways: tuple[Way, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    resident_kinds: tuple[ResidentKind, ...]
    digest: str

    def scale(self, language: str = DEFAULT_LANGUAGE) -> tuple[str, str, str, str, str]:
        """The five levels in a word or two, from 0 to 4, as they stand in the Star."""
        nowhere, once, pockets, often, usual = (
            answer.text("scale", language) for answer in self.answers[: TOP_LEVEL + 1]
        )
        return nowhere, once, pockets, often, usual

    def question_for(self, co: str) -> Question:
        return next(question for question in self.questions if question.co == co)

    def ways_of(self, co: str) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if way.co == co)

    def group(self, key: str) -> Group:
        return next(group for group in self.groups if group.key == key)
