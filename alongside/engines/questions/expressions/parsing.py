"""Read an expression into its tree: what binds more closely is read first."""

from alongside.engines.questions.expressions.functions import FUNCTIONS, NOT_SUPPORTED
from alongside.engines.questions.expressions.signs import Sign, signs_of
from alongside.engines.questions.expressions.tree import (
    Answer,
    Call,
    Column,
    Expression,
    ExpressionError,
    Here,
    Negative,
    Node,
    Number,
    Row,
    Text,
)

DEEPEST = 40  # each takes a dozen calls
# From the loosest; all of one line bind alike, from the left.
BINDING = (
    ("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"),
)  # fmt: skip
WORDS_BETWEEN = frozenset({"or", "and", "div", "mod"})


def parse(source: str) -> Expression:
    """Return an expression that was read. Raises ExpressionError with the column and what to do."""
    reading = _Reading(source)
    root = reading.row(0)
    last = reading.now
    if last.kind != "end":
        raise ExpressionError(last.at, f"“{last.words}” was not expected here")
    return Expression(source, root, frozenset(reading.names), frozenset(reading.columns))


class _Reading:
    def __init__(self, source: str) -> None:
        self.signs = list(signs_of(source))
        self.at, self.depth = 0, 0
        self.names: set[str] = set()
        self.columns: set[str] = set()

    @property
    def now(self) -> Sign:
        return self.signs[self.at]

    def taken(self, *words: str) -> Sign | None:
        """The sign that comes now, if it is one of these; the next one comes then."""
        sign = self.now
        if sign.kind in {"sign", "name"} and sign.words in words:
            self.at += 1
            return sign
        return None

    def expect(self, words: str) -> None:
        if not self.taken(words):
            found = f"“{self.now.words}”" if self.now.words else "the end"
            raise ExpressionError(self.now.at, f"“{words}” was expected here, not {found}")

    def row(self, level: int) -> Node:
        if level == len(BINDING):
            return self.single()
        first, rest = self.row(level + 1), []
        while sign := self.taken(*BINDING[level]):
            rest.append((sign.words, self.row(level + 1)))
        return Row(first, tuple(rest)) if rest else first

    def single(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(self.now.at, "too many brackets within each other; divide this")
        minus = self.taken("-")
        node = Negative(self.single()) if minus else self.bare()
        self.depth -= 1
        return node

    def bare(self) -> Node:
        sign = self.now
        self.at += 1
        if sign.kind == "text":
            return Text(sign.words)
        if sign.kind == "number":
            return Number(float(sign.words))
        if sign.kind == "question":
            self.names.add(sign.words)
            return Answer(sign.words)
        if sign.kind == "name":
            return self.named(sign)
        if sign.words == ".":
            return Here()
        if sign.words == "(":
            inner = self.row(0)
            self.expect(")")
            return inner
        told = f"“{sign.words}”" if sign.words else "the end"
        raise ExpressionError(sign.at, f"a value was expected here, not {told}")

    def named(self, sign: Sign) -> Node:
        if not self.taken("("):
            if sign.words in WORDS_BETWEEN:
                raise ExpressionError(sign.at, f"a value was expected before “{sign.words}”")
            self.columns.add(sign.words)
            return Column(sign.words)
        given: list[Node] = []
        if not self.taken(")"):
            given.append(self.row(0))
            while self.taken(","):
                given.append(self.row(0))
            self.expect(")")
        return self.call(sign, tuple(given))

    def call(self, sign: Sign, given: tuple[Node, ...]) -> Call:
        function = FUNCTIONS.get(sign.words)
        if function is None:
            why = NOT_SUPPORTED.get(sign.words, "there is no such function")
            raise ExpressionError(sign.at, f"{sign.words}(): {why}")
        if not function.fewest <= len(given) <= function.most:
            told = f"{sign.words}() takes {function.takes}, not {len(given)}"
            raise ExpressionError(sign.at, told)
        return Call(sign.words, given)
