"""The words in the Star: the scale along its circles, the figure in the middle, the points' names.

Every text is cut to its room; the whole text stands in the title, the description and the table.
In the narrow form the circles carry the numbers of the levels, and the key says what they mean.
"""

from dataclasses import dataclass
from math import asin, degrees, radians
from typing import Literal
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.colours import co_group
from alongside.star.framework.drawing.geometry import AXES, Shape, Spot
from alongside.star.framework.drawing.svg import (
    LINE,
    MUTED,
    element,
    shortened,
    width_of,
    wrapped,
)
from alongside.star.framework.drawing.words import words, words_along
from alongside.star.framework.picture import TOP_LEVEL, Caption, PointPicture, StarPicture
from alongside.star.framework.twin import short_status

SCALE_SIZE, HEARD_SIZE = 16.0, 17.0
SCALE_DIAGONAL = 45.0  # the empty sector between Design and Do
MARKERS_ASIDE = 56.0
LONGEST_WORD = 190.0


@dataclass(frozen=True, slots=True)
class Letters:
    """The sizes of the points' names and levels, and the room beside the points left and right."""

    name: float
    status: float
    leading: float
    name_beside: float
    name_lines: int
    status_beside: float


WIDE = Letters(24, 19, 22, name_beside=196, name_lines=1, status_beside=176)
CLOSE = Letters(22, 16.5, 20, name_beside=132, name_lines=2, status_beside=138)


def draw_guides(picture: StarPicture, shape: Shape, prefix: str) -> ET.Element:
    """The circles of the levels 1 to 4, each with its word written along it, or its number on it."""
    made: list[ET.Element] = []
    for level in range(1, TOP_LEVEL + 1):
        made.append(_circle(shape, shape.radius_at(level)))
        if shape.is_narrow:
            made.append(_number_on_circle(shape, level))
        else:
            identity = f"{prefix}-scale-{level}"
            made += _word_on_circle(picture.scale[level], shape, level, identity)
    return element("g", *made, class_="star-guides")


def draw_heard(caption: Caption, shape: Shape) -> ET.Element | None:
    """The number of people heard, in the middle, where the ring order leaves it free."""
    if not caption.heard or shape.order[0] != "steps":
        return None
    x, y = shape.centre
    room = 2 * shape.core - 24
    sizes = (38.0, 28.0, 22.0)
    size = next((size for size in sizes if width_of(caption.heard, size) <= room), 18.0)
    lines = wrapped(caption.heard_of, HEARD_SIZE, room, lines=2)
    top = y + 8 - 7 * len(lines)
    return element(
        "g",
        words(shortened(caption.heard, size, room), x, top + size * 0.16, size, weight=700, halo=0),
        *(
            words(line, x, top + 27 + 19 * row, HEARD_SIZE, tone="muted", fill=MUTED, halo=0)
            for row, line in enumerate(lines)
        ),
        class_="star-heard",
    )


def draw_label(point: PointPicture, scale: tuple[str, ...], shape: Shape) -> ET.Element:
    """The Co's name and its level in words: over the tip, or above it left and right."""
    x, y = shape.spot(shape.outer, AXES[point.co])
    letters = CLOSE if shape.is_narrow else WIDE
    status = short_status(point, scale)
    if point.co in {"commission", "deliver"}:
        last = y - 20 if point.co == "commission" else y + 64
        name = [shortened(point.label, letters.name, 350)]
        lines = wrapped(status, letters.status, 360, lines=1)
        return _label(point, (name, lines), (x, last), "middle", letters)
    side: Literal["start", "end"] = "end" if point.co == "design" else "start"
    name = wrapped(point.label, letters.name, letters.name_beside, lines=letters.name_lines)
    lines = wrapped(status, letters.status, letters.status_beside, lines=3)
    return _label(point, (name, lines), (x, y - 68), side, letters)


def _label(
    point: PointPicture,
    said: tuple[list[str], list[str]],
    last: Spot,
    anchor: Literal["start", "middle", "end"],
    letters: Letters,
) -> ET.Element:
    """The name above its lines of status; `last` is where the last line stands."""
    names, status = said
    x, first = last[0], last[1] - letters.leading * (len(status) - 1)
    top = first - letters.leading - 1 - letters.name * (len(names) - 1)
    named = [
        words(
            name,
            x,
            top + letters.name * row,
            letters.name,
            anchor=anchor,
            weight=700,
            tone="co",
            fill="currentColor",
        )
        for row, name in enumerate(names)
    ]
    lines = [
        words(line, x, first + letters.leading * row, letters.status, anchor=anchor)
        for row, line in enumerate(status)
    ]
    return co_group(point.co, *named, *lines)


def _circle(shape: Shape, radius: float) -> ET.Element:
    return element(
        "circle",
        cx=shape.centre[0],
        cy=shape.centre[1],
        r=radius,
        fill="none",
        stroke=LINE,
        stroke_width=1.5,
        stroke_dasharray="0.1 5",
        stroke_linecap="round",
        class_="star-guide",
    )


def _number_on_circle(shape: Shape, level: int) -> ET.Element:
    x, y = shape.spot(shape.radius_at(level), SCALE_DIAGONAL)
    return words(str(level), x, y + SCALE_SIZE * 0.35, SCALE_SIZE, tone="muted", fill=MUTED, halo=6)


def _word_on_circle(text: str, shape: Shape, level: int, identity: str) -> list[ET.Element]:
    radius = shape.radius_at(level)
    half = 45 - degrees(asin(min(1.0, MARKERS_ASIDE / radius)))
    room = min(LONGEST_WORD, radians(half * 2) * radius)
    line = shape.arc_line(radius + SCALE_SIZE * 0.33, SCALE_DIAGONAL + half, SCALE_DIAGONAL - half)
    return [
        element("path", id=identity, d=line, fill="none"),
        *words_along(
            identity,
            shortened(text, SCALE_SIZE, room),
            SCALE_SIZE,
            fill=MUTED,
            kind="star-text star-text--muted",
            halo=6,
        ),
    ]
