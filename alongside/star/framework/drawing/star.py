"""The whole Star as SVG: the full form with words and key, and the small form for lists.

`draw_star` is the one door. Title and description come from the table twin, so that they say what
the picture says.
"""

from typing import Literal
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString

from alongside.star.framework.drawing.colours import co_group, words
from alongside.star.framework.drawing.frame import framed
from alongside.star.framework.drawing.geometry import AXES, FULL, SMALL, Shape
from alongside.star.framework.drawing.key import KEY_HEIGHT, draw_key
from alongside.star.framework.drawing.markers import draw_markers
from alongside.star.framework.drawing.points import draw_point
from alongside.star.framework.drawing.steps import draw_small_steps, draw_steps
from alongside.star.framework.drawing.svg import (
    INK,
    LINE,
    MUTED,
    checked_prefix,
    element,
    shortened,
    wrapped,
)
from alongside.star.framework.picture import TOP_LEVEL, Ghost, PointPicture, StarPicture
from alongside.star.framework.twin import description, full_title, short_status

Size = Literal["full", "small"]
WIDTH, HEIGHT = 580.0, 676.0


def draw_star(
    picture: StarPicture, *, size: Size = "full", prefix: str = "star", key: bool = True
) -> SafeString:
    """The Star as SVG. `prefix` makes the ids unique where a page shows several; `key` adds the legend."""
    checked_prefix(prefix)
    if size == "small":
        body, box = _small(picture, prefix), (48.0, 48.0)
    else:
        body, box = _full(picture, prefix, key=key), (WIDTH, HEIGHT + (KEY_HEIGHT if key else 0))
    return framed(
        body,
        box,
        prefix,
        title=full_title(picture),
        description=description(picture),
        kind=f"star star--{size}",
    )


def _small(picture: StarPicture, prefix: str) -> list[ET.Element]:
    return [
        *(draw_point(point, SMALL, prefix, fine=False) for point in picture.points),
        draw_small_steps(picture.arcs, SMALL),
    ]


def _full(picture: StarPicture, prefix: str, *, key: bool) -> list[ET.Element | None]:
    return [
        _guides(picture, FULL),
        *(draw_point(point, FULL, prefix) for point in picture.points),
        *_ghosts(picture, FULL),
        draw_steps(picture.arcs, FULL, prefix),
        _heard(picture, FULL),
        *(draw_markers(point, FULL) for point in picture.points),
        *(_label(point, picture, FULL) for point in picture.points),
        draw_key(picture, prefix, HEIGHT) if key else None,
    ]


def _guides(picture: StarPicture, shape: Shape) -> ET.Element:
    """The circles of the levels, with their words along the empty diagonal."""
    made: list[ET.Element] = []
    for level in range(1, TOP_LEVEL + 1):
        radius = shape.radius_at(level)
        made.append(
            element(
                "circle",
                cx=shape.centre[0],
                cy=shape.centre[1],
                r=radius,
                fill="none",
                stroke=LINE,
                stroke_width=1.2,
                stroke_dasharray="1 5",
                stroke_linecap="round",
                class_="star-guide",
            )
        )
        x, y = shape.spot(radius, 45)
        text = shortened(picture.scale[level], 13, 118)
        made.append(words(text, x, y + 4, 13, tone="muted", fill=MUTED))
    return element("g", *made, class_="star-guides")


def _ghosts(picture: StarPicture, shape: Shape) -> list[ET.Element]:
    if picture.ghost is None:
        return []
    return [_ghost(point, level, shape) for point, level in _known(picture.ghost, picture)]


def _known(ghost: Ghost, picture: StarPicture) -> list[tuple[PointPicture, int]]:
    pairs = zip(picture.points, ghost.levels, strict=True)
    return [(point, level) for point, level in pairs if level is not None]


def _ghost(point: PointPicture, level: int, shape: Shape) -> ET.Element:
    """A dashed outline just outside the rings that were reached in the earlier round."""
    inner = shape.radius_at(0)
    path = shape.band(point.co, inner, max(inner + 2, shape.radius_at(level)), spread=5)
    return element(
        "path",
        class_="star-ghost",
        d=path,
        fill="none",
        stroke=INK,
        stroke_width=1.8,
        stroke_dasharray="6 4",
        stroke_linejoin="round",
    )


def _heard(picture: StarPicture, shape: Shape) -> ET.Element | None:
    """The number of people heard, in the middle, where the steps leave it free."""
    if not picture.caption.heard or shape.order[0] != "steps":
        return None
    x, y = shape.centre
    lines = wrapped(picture.caption.heard_of, 14, 104, lines=2)
    return element(
        "g",
        words(
            shortened(picture.caption.heard, 34, 112),
            x,
            y + (2 if len(lines) > 1 else 7),
            34,
            weight=700,
            halo=False,
        ),
        *(
            words(
                line,
                x,
                y + (20 if len(lines) > 1 else 27) + 17 * row,
                14,
                tone="muted",
                fill=MUTED,
                halo=False,
            )
            for row, line in enumerate(lines)
        ),
        class_="star-heard",
    )


def _label(point: PointPicture, picture: StarPicture, shape: Shape) -> ET.Element:
    """The name of the Co and its level in words, near the tip."""
    x, y = shape.spot(shape.outer, AXES[point.co])
    room, anchor = 230.0, "middle"
    status = wrapped(short_status(point, picture.scale), 15, 215, lines=1)
    if point.co in {"design", "assess"}:
        room, anchor = 165.0, "end" if point.co == "design" else "start"
        status = wrapped(short_status(point, picture.scale), 15, 150, lines=2)
    tops = {"commission": y - 20, "deliver": y + 36 + 19 * len(status)}
    last = tops.get(point.co, y - 62)
    name = words(
        shortened(point.label, 20, room),
        x,
        last - 19 * len(status),
        20,
        anchor=anchor,
        weight=700,
        tone="co",
        fill="currentColor",
    )
    lines = [
        words(line, x, last - 19 * (len(status) - 1 - row), 15, anchor=anchor)
        for row, line in enumerate(status)
    ]
    return co_group(point.co, name, *lines)
