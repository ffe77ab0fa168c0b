"""What an expression is once it was read: a tree of few kinds of node."""

from dataclasses import dataclass

type Node = "Text | Number | Here | Answer | Column | Negative | Row | Call"


class ExpressionError(ValueError):
    """An expression that can't be read. `at` is its column, from 1; `words` say what to do."""

    def __init__(self, at: int, words: str) -> None:
        super().__init__(f"column {at}: {words}")
        self.at, self.words = at, words


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotes."""

    words: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    number: float


@dataclass(frozen=True, slots=True)
class Here:
    """The answer that is being looked at: a full stop."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a question: `${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a choice has in a column of its own: a bare name, in a choice filter."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before something."""

    of: Node


@dataclass(frozen=True, slots=True)
class Row:
    """Things with signs between them that bind alike, worked out from the left."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function, with what it is given."""

    name: str
    given: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was read. `names` are the questions that it speaks of."""

    source: str
    root: Node
    names: frozenset[str]
    columns: frozenset[str]
