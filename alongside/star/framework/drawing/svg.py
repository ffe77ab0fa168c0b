"""Building blocks of every drawing here: SVG elements, safe text, measured and shortened words.

Elements carry classes for the page and presentation attributes for a life on their own (PNG, PDF,
an image file); never an inline style and never a script. The tree is built with ElementTree, so
that every text is escaped in one place.
"""

import re
import unicodedata
from xml.etree import ElementTree as ET

FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, sans-serif"
INK = "#14213d"
CARD = "#ffffff"
MUTED = "#565f73"
LINE = "#d9d5cc"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STEERING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_STACKED = 2
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_NARROW, _WIDE = set("fijlrtI.,:;'!|()[] -"), set("mwMW@%&")

type Value = str | int | float


def element(
    tag: str, *children: ET.Element | None, text: str = "", **attributes: Value
) -> ET.Element:
    """One element. `class_` and `font_size` become `class` and `font-size`; numbers lose their tail."""
    made = ET.Element(tag)
    for name, value in attributes.items():
        key = name.rstrip("_").replace("_", "-") if name != "viewBox" else name
        made.set(key, number(value) if isinstance(value, int | float) else legal(value))
    if text:
        made.text = legal(text)
    made.extend(child for child in children if child is not None)
    return made


def number(value: float) -> str:
    short = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if short == "-0" else short


def written(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode")


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def checked_prefix(prefix: str) -> str:
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"{prefix!r} can't begin an id: a letter, then letters, digits, - or _")
    return prefix


def plain(text: str) -> str:
    """One line without steering characters or towers of accents, fit to stand in a picture."""
    kept: list[str] = []
    stacked = 0
    for character in _STEERING.sub("", legal(" ".join(text.split()))):
        stacked = stacked + 1 if unicodedata.combining(character) else 0
        if stacked <= _STACKED:
            kept.append(character)
    return "".join(kept)


def width_of(text: str, size: float) -> float:
    """A careful guess at the width in pixels: no font is at hand on the server."""
    return size * sum(_width_of_one(character) for character in text)


def _width_of_one(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.32
    return 0.66 if character.isupper() else 0.56


def shortened(text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis to fit the room. The whole text stands in title and table."""
    text = plain(text)
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, size: float, room: float, *, lines: int) -> list[str]:
    """The text on at most so many lines, each cut to the room."""
    rows: list[str] = []
    for word in plain(text).split():
        if rows and width_of(f"{rows[-1]} {word}", size) <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [shortened(row, size, room) for row in rows]
