"""The parts of a paper, as plain values that can be stored, shown and printed."""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any, Literal, TypedDict


class Part(TypedDict, total=False):
    """One part. `kind` says which of the other keys it has."""

    kind: Literal["heading", "paragraph", "points", "table", "picture"]
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
        "widths": [_width([head, *column]) for head, *column in zip(heads, *cells, strict=True)],
    }


def _width(texts: Sequence[str]) -> float:
    """Return the share of a column: the square root, so that long texts wrap and short ones fit."""
    lengths = [len(text) for text in texts]
    longest_word = max(len(word) for text in texts for word in (text.split() or [""]))
    return round(max(sqrt(sum(lengths) / len(lengths)), longest_word / 3, 1.5), 2)


def picture(svg: str, *, description: Any) -> Part:
    """A drawing, with what it says for those who can't see it."""
    return {"kind": "picture", "svg": svg, "description": str(description)}
