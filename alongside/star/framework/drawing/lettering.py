"""The words in the Star: the scale along its circles, the figure in the middle, the points' names.

Every text is cut to its room; the whole text stands in the title, the description and the table.
"""

from math import asin, degrees, radians
from typing import Literal
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.colours import co_group
from alongside.star.framework.drawing.geometry import AXES, Shape
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

SCALE_SIZE, NAME_SIZE, STATUS_SIZE, LEADING = 16.0, 24.0, 19.0, 22.0
HEARD_SIZE = 17.0
SCALE_DIAGONAL = 45.0  # the empty sector between Design and Do
MARKERS_ASIDE = 56.0
LONGEST_WORD = 190.0


def draw_guides(picture: StarPicture, shape: Shape, prefix: str) -> ET.Element:
    """The circles of the levels 1 to 4, each with its word written along it."""
    made: list[ET.Element] = []
    for level in range(1, TOP_LEVEL + 1):
        made += [
            _circle(shape, shape.radius_at(level)),
            *_word_on_circle(picture.scale[level], shape, level, f"{prefix}-scale-{level}"),
        ]
    return element("g", *made, class_="star-guides")


def draw_heard(caption: Caption, shape: Shape) -> ET.Element | None:
    """The number of people heard, in the middle, where the ring order leaves it free."""
    if not caption.heard or shape.order[0] != "steps":
        return None
    x, y = shape.centre
    size = next((size for size in (38.0, 28.0, 22.0) if width_of(caption.heard, size) <= 116), 18.0)
    lines = wrapped(caption.heard_of, HEARD_SIZE, 116, lines=2)
    top = y + 8 - 7 * len(lines)
    return element(
        "g",
        words(shortened(caption.heard, size, 116), x, top + size * 0.16, size, weight=700, halo=0),
        *(
            words(line, x, top + 27 + 19 * row, HEARD_SIZE, tone="muted", fill=MUTED, halo=0)
            for row, line in enumerate(lines)
        ),
        class_="star-heard",
    )


def draw_label(point: PointPicture, scale: tuple[str, ...], shape: Shape) -> ET.Element:
    """The Co's name and its level in words: over the tip, or beside it where the page is narrow."""
    x, y = shape.spot(shape.outer, AXES[point.co])
    status = short_status(point, scale)
    if point.co == "commission":
        return _label(point, wrapped(status, STATUS_SIZE, 360, lines=1), x, y - 20, "middle")
    if point.co == "deliver":
        return _label(point, wrapped(status, STATUS_SIZE, 360, lines=1), x, y + 64, "middle")
    side: Literal["start", "end"] = "end" if point.co == "design" else "start"
    return _label(point, wrapped(status, STATUS_SIZE, 176, lines=3), x, y - 68, side)


def _label(
    point: PointPicture,
    status: list[str],
    x: float,
    last: float,
    anchor: Literal["start", "middle", "end"],
) -> ET.Element:
    """The name above its lines of status; `last` is where the last line stands."""
    room = 350.0 if anchor == "middle" else 196.0
    first = last - LEADING * (len(status) - 1)
    name = words(
        shortened(point.label, NAME_SIZE, room),
        x,
        first - LEADING - 1,
        NAME_SIZE,
        anchor=anchor,
        weight=700,
        tone="co",
        fill="currentColor",
    )
    lines = [
        words(line, x, first + LEADING * row, STATUS_SIZE, anchor=anchor)
        for row, line in enumerate(status)
    ]
    return co_group(point.co, name, *lines)


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
