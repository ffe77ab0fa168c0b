"""Cut an expression into its signs: names, numbers, texts in quotes, operators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.engines.questions.expressions.tree import ExpressionError

LONGEST = 10_000
# Quotes that word processors make of straight ones, each with the one that ends it.
QUOTES = {
    "'": "'", '"': '"', "\N{LEFT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{RIGHT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
}  # fmt: skip
NAME = re.compile(r"[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?")
QUESTION = re.compile(r"\$\{\s*([^\W\d][\w.-]*)\s*\}")
NUMBER = re.compile(r"\d+(?:\.\d*)?|\.\d+")
OPERATORS = ("!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ",")
MINUS = {"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One of them: its kind ("text", "number", "question", "name", "sign" or "end") and column."""

    kind: str
    words: str
    at: int


def signs_of(source: str) -> Iterator[Sign]:
    """Return the signs of an expression, and one that ends it. Raises ExpressionError."""
    if len(source) > LONGEST:
        raise ExpressionError(LONGEST, f"this is longer than {LONGEST} characters; divide it")
    at = 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        sign, at = _sign(source, at)
        yield sign
    yield Sign("end", "", len(source) + 1)


def _sign(source: str, at: int) -> tuple[Sign, int]:
    column, here = at + 1, source[at]
    if here in QUOTES:
        return _text(source, at)
    for kind, pattern in (("question", QUESTION), ("number", NUMBER), ("name", NAME)):
        if found := pattern.match(source, at):
            words = found.group(1) if kind == "question" else found.group()
            return Sign(kind, words, column), found.end()
    if here in MINUS:
        return Sign("sign", "-", column), at + 1
    for sign in OPERATORS:
        if source.startswith(sign, at):
            return Sign("sign", sign, column), at + len(sign)
    if here == ".":
        if source.startswith("..", at):
            raise ExpressionError(column, "paths such as ../name: write ${name} instead")
        return Sign("sign", ".", column), at + 1
    raise ExpressionError(column, _why_not(source, at))


def _text(source: str, at: int) -> tuple[Sign, int]:
    end = source.find(QUOTES[source[at]], at + 1)
    if end < 0:
        raise ExpressionError(at + 1, "this text has no closing quotation mark")
    return Sign("text", source[at + 1 : end], at + 1), end + 1


def _why_not(source: str, at: int) -> str:
    if source.startswith("${", at):
        return "write the name of a question between ${ and }"
    if source[at] in "/@|[]":
        return f"paths ({source[at]}) are not supported: write ${{name}} instead"
    return f"“{source[at]}” means nothing here"
