"""The markers: where each group stands, told apart by shape and letter, residents solid.

Every group keeps a lane of its own beside the axis, so markers never lie on one another, and the
order of the groups is the same on all four points. A marker sits on the guide circle of its value.
"""

from math import cos, pi, sin
from typing import Protocol
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.geometry import AXES, Spot
from alongside.star.framework.drawing.geometry import Shape as Form
from alongside.star.framework.drawing.svg import CARD, INK, element, number
from alongside.star.framework.picture import Marker, PointPicture, Shape

SIZE = 11.5
LANE = 27.0
FOOT = 11.0  # a marker at "nowhere" still stands on the point, not on the other ring
_CORNERS = {
    Shape.SQUARE: (4, 45.0, 1.27),
    Shape.DIAMOND: (4, 0.0, 1.36),
    Shape.HEXAGON: (6, 0.0, 1.16),
    Shape.PENTAGON: (5, -90.0, 1.2),
}


class Badge(Protocol):
    """What a badge needs to know of a group."""

    @property
    def letter(self) -> str: ...
    @property
    def shape(self) -> Shape: ...
    @property
    def solid(self) -> bool: ...


def draw_markers(point: PointPicture, form: Form) -> ET.Element | None:
    """All markers of a point, or nothing."""
    if not point.markers:
        return None
    standing, apart = _sorted(point)
    drawn = [
        draw_marker(marker, spot)
        for marker, spot in zip(
            (*standing, *apart),
            (*marker_spots(point, form), *_spots_apart(point, form)),
            strict=True,
        )
    ]
    return element("g", *drawn, class_="star-markers")


def marker_spots(point: PointPicture, form: Form) -> list[Spot]:
    """Where the markers lie, in the order of the groups: side by side, left to right or top down."""
    standing, _apart = _sorted(point)
    middle = (len(standing) - 1) / 2
    turn = 1 if point.co in {"commission", "design"} else -1
    return [
        form.spot(_radius(marker, form), AXES[point.co], turn * (lane - middle) * LANE)
        for lane, marker in enumerate(standing)
    ]


def _sorted(point: PointPicture) -> tuple[list[Marker], list[Marker]]:
    """The groups that stand on the point, and those without a level."""
    standing = [marker for marker in point.markers if marker.position is not None]
    return standing, [marker for marker in point.markers if marker.position is None]


def _spots_apart(point: PointPicture, form: Form) -> list[Spot]:
    """Beside the tip, off the scale."""
    x, y = form.spot(form.outer, AXES[point.co])
    step = {"design": -LANE, "assess": LANE}.get(point.co, LANE)
    start = (x + 70, y) if point.co in {"commission", "deliver"} else (x + step / 2, y + 62)
    return [(start[0] + step * place, start[1]) for place in range(len(_sorted(point)[1]))]


def _radius(marker: Marker, form: Form) -> float:
    return max(form.radius_at(marker.position or 0), form.radius_at(0) + FOOT)


def draw_marker(marker: Marker, spot: Spot) -> ET.Element:
    """A marker at a spot; dashed where the group has no level to stand on."""
    return draw_badge(marker, spot, dashed=marker.position is None)


def draw_badge(badge: Badge, spot: Spot, *, dashed: bool = False) -> ET.Element:
    """A group's shape with its letter."""
    x, y = spot
    body, rim = (INK, CARD) if badge.solid else (CARD, INK)
    outline = _outline(badge.shape, spot, body=body, rim=rim)
    if dashed:
        outline.set("stroke-dasharray", "3 2.4")
    letter = element(
        "text",
        text=badge.letter,
        x=x,
        y=y + 4.7,
        font_size=13.5,
        font_weight=700,
        text_anchor="middle",
        fill=rim,
        class_="star-letter",
    )
    kind = "star-marker" + (" star-marker--solid" if badge.solid else "")
    return element("g", outline, letter, class_=kind)


def _outline(shape: Shape, spot: Spot, *, body: str, rim: str) -> ET.Element:
    made = element(
        "circle" if shape == Shape.CIRCLE else "polygon",
        fill=body,
        stroke=rim,
        stroke_width=1.6,
        stroke_linejoin="round",
        class_="star-badge",
    )
    if shape == Shape.CIRCLE:
        made.attrib.update(cx=number(spot[0]), cy=number(spot[1]), r=number(SIZE))
    else:
        made.set("points", _corners(shape, spot))
    return made


def _corners(shape: Shape, spot: Spot) -> str:
    count, start, reach = _CORNERS[shape]
    angles = [start * pi / 180 + 2 * pi * corner / count for corner in range(count)]
    radius = SIZE * reach
    return " ".join(
        f"{spot[0] + radius * cos(angle):.2f},{spot[1] + radius * sin(angle):.2f}"
        for angle in angles
    )
