"""One point of the Star: the track, the rings filled by share, and what the status adds.

Ring k is shaded by the share of voices at level k or more. From half the voices on, the ring counts
as reached and steps to full colour, which is the rule for the level itself.
"""

from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.colours import Hatch, co_group, hatching
from alongside.star.framework.drawing.geometry import AXES, Shape
from alongside.star.framework.drawing.svg import CARD, INK, element
from alongside.star.framework.drawing.words import words
from alongside.star.framework.picture import TOP_LEVEL, PointPicture, Status

TRACK_OPACITY = 0.1
SPLIT_GAP = 5.0
HATCH_OF: dict[Status, Hatch] = {
    Status.NOBODY: "nobody",
    Status.HIDDEN: "nobody",
    Status.MOSTLY_DONT_KNOW: "dont-know",
    Status.BETWEEN: "between",
}


def draw_point(point: PointPicture, shape: Shape, prefix: str, *, fine: bool = True) -> ET.Element:
    """The point in its Co's colour. `fine` adds what only the full form has room for."""
    identity = f"{prefix}-hatch-{point.co}"
    hatch = HATCH_OF.get(point.status)
    body = [hatching(hatch, identity, scale=1 if fine else 0.36)] if hatch else []
    body.append(_track(point, shape, fine=fine))
    if hatch and point.status != Status.BETWEEN:
        body.append(_hatched(shape.band(point.co, *shape.radii("cos")), identity, hatch))
    body += _rings(point, shape, identity, fine=fine)
    if fine and point.sure_level:
        body.append(_facet(point, shape))
    if fine and point.status == Status.MOSTLY_DONT_KNOW:
        body += _question_mark(point, shape)
    return co_group(point.co, *body)


def ring_opacity(point: PointPicture, ring: int) -> float:
    """How strongly ring 1 to 4 is shaded: by its share, with a step where the level is reached."""
    share = point.rings[ring - 1]
    return 0.62 + 0.38 * share if is_reached(point, ring) else 0.55 * share


def is_reached(point: PointPicture, ring: int) -> bool:
    return ring <= point.sure_level


def is_unsure(point: PointPicture, ring: int) -> bool:
    """Whether the level may or may not include this ring."""
    return point.between is not None and point.between[0] < ring <= point.between[1]


def _track(point: PointPicture, shape: Shape, *, fine: bool) -> ET.Element:
    path = element(
        "path",
        class_="star-track",
        d=shape.band(point.co, *shape.radii("cos")),
        fill="currentColor",
        fill_opacity=TRACK_OPACITY if fine else 0.2,
        stroke="currentColor",
        stroke_opacity=0.55,
        stroke_width=1.0 if fine else 0.4,
    )
    if point.is_empty:
        path.set("stroke-dasharray", "5 4" if fine else "1.5 1.2")
    return path


def _hatched(path: str, identity: str, hatch: Hatch) -> ET.Element:
    return element(
        "path", class_=f"star-hatched star-hatched--{hatch}", d=path, fill=f"url(#{identity})"
    )


def _rings(point: PointPicture, shape: Shape, identity: str, *, fine: bool) -> list[ET.Element]:
    gap = 1.5 if fine else 0.25
    made: list[ET.Element] = []
    for ring in range(1, TOP_LEVEL + 1):
        radii = shape.radius_at(ring - 1) + gap, shape.radius_at(ring) - gap
        if is_unsure(point, ring):
            made.append(_hatched(shape.band(point.co, *radii), identity, "between"))
        elif point.rings[ring - 1] > 0 or is_reached(point, ring):
            made += _filled(point, ring, shape, radii)
    return made


def _filled(
    point: PointPicture, ring: int, shape: Shape, radii: tuple[float, float]
) -> list[ET.Element]:
    """The ring in one piece, or in two where views are divided."""
    divided = point.status == Status.DIVIDED and shape.half_width > SPLIT_GAP * 4
    reached = " star-ring--reached" if is_reached(point, ring) else ""
    return [
        element(
            "path",
            class_=f"star-ring star-ring--{ring}{reached}",
            d=shape.band(point.co, *radii, side=side, spread=SPLIT_GAP if side else 0),
            fill="currentColor",
            fill_opacity=ring_opacity(point, ring),
        )
        for side in ((-1, 1) if divided else (0,))
    ]


def _facet(point: PointPicture, shape: Shape) -> ET.Element:
    """A shade over one half of the reached rings, as on a compass rose."""
    inner, outer = shape.radius_at(0) + 1.5, shape.radius_at(point.sure_level) - 1.5
    path = shape.band(point.co, inner, outer, side=1)
    return element("path", class_="star-facet", d=path, fill=INK, fill_opacity=0.16)


def _question_mark(point: PointPicture, shape: Shape) -> list[ET.Element]:
    x, y = shape.spot(shape.radius_at(1.5), AXES[point.co])
    return [
        element(
            "circle",
            class_="star-plate",
            cx=x,
            cy=y,
            r=17,
            fill=CARD,
            stroke="currentColor",
            stroke_width=1.5,
        ),
        words("?", x, y + 8, 24, weight=700, halo=0),
    ]
