"""The key below the picture: colours, halos, the groups' marks."""

from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from alongside.star.focus_it.drawing.dots import halo
from alongside.star.focus_it.drawing.forms import Form
from alongside.star.focus_it.drawing.picture import Dot, MatrixPicture
from alongside.star.framework.drawing.colours import CO_COLOURS, co_group
from alongside.star.framework.drawing.markers import draw_badge
from alongside.star.framework.drawing.svg import INK, element, shortened, width_of
from alongside.star.framework.drawing.words import words
from alongside.star.framework.picture import CO_KEYS

type Entry = tuple[ET.Element, str]
SIGN, BETWEEN = 34.0, 20.0
PIN, LITTLE, MUCH = 4.0, 3.0, 9.0


def draw_key(picture: MatrixPicture, form: Form, top: float) -> tuple[ET.Element, float]:
    """The key and its height."""
    rows = [
        *_rows(_colours(picture, form), form),
        *_rows(_halos(picture, form), form),
        *_rows([(draw_badge(mark, (15, -5)), mark.name) for mark in picture.marks], form),
    ]
    height = form.dot * 2 + 8
    lines = [
        element(
            "g", *_row(row, form), transform=f"translate(4 {top + 12 + height * (at + 0.6):.2f})"
        )
        for at, row in enumerate(rows)
    ]
    return element("g", *lines, class_="star-key", color=INK), height * len(rows) + 18


def _colours(picture: MatrixPicture, form: Form) -> list[Entry]:
    """The Co's that appear."""
    shown = {dot.co for dot in picture.dots}
    return [
        (co_group(co, element("circle", cx=15, cy=-5, r=8, fill="currentColor")), name)
        for co, name in zip(CO_COLOURS, picture.cos, strict=True)
        if co in shown
    ]


def _halos(picture: MatrixPicture, form: Form) -> list[Entry]:
    """What a small, a large and a dashed halo mean."""
    if not picture.dots:
        return []
    entries = [(_sample(LITTLE, form), _("people agree")), (_sample(MUCH, form), _("they differ"))]
    if any(dot.is_divided for dot in picture.dots):
        entries.append((_sample(MUCH, form, is_divided=True), _("they are divided")))
    return entries


def _sample(width: float, form: Form, *, is_divided: bool = False) -> ET.Element:
    """A halo around a small dot, in the ink of the words beside it."""
    spread = width / form.halo
    ring = halo(Dot(0, "", CO_KEYS[0], (3, 3), (spread, spread), is_divided), (15, -5), PIN, form)
    return element("g", *ring, element("circle", cx=15, cy=-5, r=PIN, fill="currentColor"))


def _rows(entries: list[Entry], form: Form) -> list[list[Entry]]:
    """The entries in as many rows as their words need."""
    rows: list[list[Entry]] = []
    for sign, text in entries:
        entry = (sign, shortened(text, form.small, form.width - SIGN - 8))
        if rows and _width([*rows[-1], entry], form) <= form.width - 8:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def _width(row: list[Entry], form: Form) -> float:
    words_wide = sum(SIGN + width_of(text, form.small) for _sign, text in row)
    return words_wide + BETWEEN * (len(row) - 1)


def _row(row: list[Entry], form: Form) -> list[ET.Element]:
    made: list[ET.Element] = []
    x = 0.0
    for sign, text in row:
        line = words(text, SIGN, 0, form.small, anchor="start", halo=0)
        made.append(element("g", sign, line, transform=f"translate({x:.2f} 0)"))
        x += SIGN + width_of(text, form.small) + BETWEEN
    return made
