"""The parts of a paper, as plain values that can be stored, shown and printed."""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any, Literal, TypedDict

# Letters: a line of a table, what a column keeps free, and the longest word that is never broken.
_LINE = 96
_PADDING = 3
_HELD = 18


class Part(TypedDict, total=False):
    """One part. `kind` says which of the other keys it has."""

    kind: Literal["heading", "paragraph", "points", "table", "picture", "contents"]
    text: str
    level: int
    is_new_page: bool
    items: list[str]
    headers: list[str]
    rows: list[list[str]]
    widths: list[float]
    svg: str
    description: str


class Paper(TypedDict):
    """A whole paper: `facts` stand below the title, `note` at its end."""

    title: str
    language: str
    facts: list[str]
    parts: list[Part]
    note: str


def heading(text: Any, *, level: int = 2, is_new_page: bool = False) -> Part:
    """A heading; one of level 2 may begin a new page."""
    return {"kind": "heading", "text": str(text), "level": level, "is_new_page": is_new_page}


def paragraph(text: Any) -> Part:
    return {"kind": "paragraph", "text": str(text)}


def points(items: Iterable[Any]) -> Part:
    """A list with a point before each item."""
    return {"kind": "points", "items": [str(item) for item in items]}


def table(caption: Any, headers: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Part:
    """A table: every row has one cell for each header. Columns are as wide as their words need."""
    cells = [[str(cell) for cell in row] for row in rows]
    heads = [str(header) for header in headers]
    return {
        "kind": "table",
        "text": str(caption),
        "headers": heads,
        "rows": cells,
        "widths": _widths(list(zip(heads, *cells, strict=True))),
    }


def _widths(columns: Sequence[Sequence[str]]) -> list[float]:
    """Return how many letters wide each column is.

    Each holds its longest word, up to one that may break; what is left of the line goes to long
    texts, by the square root, so that they wrap and short ones fit.
    """
    least = [
        _PADDING + min(max(map(len, " ".join(texts).split()), default=1), _HELD)
        for texts in columns
    ]
    wishes = [sqrt(sum(map(len, texts)) / len(texts)) for texts in columns]
    left = max(0.0, _LINE - sum(least)) / (sum(wishes) or 1.0)
    return [round(held + left * wish, 2) for held, wish in zip(least, wishes, strict=True)]


def picture(svg: str, *, description: Any) -> Part:
    """A drawing, with what it says for those who can't see it."""
    return {"kind": "picture", "svg": svg, "description": str(description)}


def contents(title: Any) -> Part:
    """Where each heading of level 2 stands, by page on paper and by link in a book."""
    return {"kind": "contents", "text": str(title)}
