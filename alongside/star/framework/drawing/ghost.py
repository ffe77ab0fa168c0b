"""The ghost: a dashed outline of where the points stood in an earlier round on the same questions."""

from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.geometry import Shape
from alongside.star.framework.drawing.svg import CARD, INK, element
from alongside.star.framework.picture import StarPicture

MARGIN = 5.0


def draw_ghost(picture: StarPicture, shape: Shape) -> ET.Element | None:
    """The outlines of all points whose earlier level is known, or nothing."""
    if picture.ghost is None:
        return None
    outlines = [
        outline
        for point, level in zip(picture.points, picture.ghost.levels, strict=True)
        if level is not None
        for outline in _outline(point.co, level, shape)
    ]
    return element("g", *outlines, class_="star-ghosts")


def _outline(co: str, level: int, shape: Shape) -> list[ET.Element]:
    """The dashes over a plain line of the card's colour, so that they read on dark rings too."""
    inner = shape.radius_at(0) - 2
    path = shape.band(co, inner, max(inner + 4, shape.radius_at(level)), spread=MARGIN)
    common = {"d": path, "fill": "none", "stroke_linejoin": "round"}
    return [
        element("path", class_="star-ghost-halo", stroke=CARD, stroke_width=3.6, **common),
        element(
            "path",
            class_="star-ghost",
            stroke=INK,
            stroke_width=1.8,
            stroke_dasharray="6 4",
            **common,
        ),
    ]
