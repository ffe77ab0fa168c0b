"""The ring of the five steps: not started, trying, working, told apart by filling."""

from math import radians
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.colours import hatching
from alongside.star.framework.drawing.geometry import STEP_CENTRES, STEP_SPAN, Shape
from alongside.star.framework.drawing.svg import CARD, INK, MUTED, element, shortened
from alongside.star.framework.drawing.words import words_along
from alongside.star.framework.picture import ArcPicture, ArcState

ARC_GAP = 3.0
LETTER_SIZE = 16.0
MARGIN = 28.0  # of an arc's line, kept free of letters


def draw_steps(arcs: tuple[ArcPicture, ...], shape: Shape, prefix: str) -> ET.Element:
    """All five arcs with their names written along them."""
    hatch = f"{prefix}-trying"
    made = [hatching("trying", hatch)] if any(arc.state == ArcState.TRYING for arc in arcs) else []
    for arc in arcs:
        made += _arc(arc, shape, prefix, hatch)
    return element("g", *made, class_="star-steps", color=INK)


def draw_small_steps(arcs: tuple[ArcPicture, ...], shape: Shape) -> ET.Element:
    """The arcs without words: dark, half, light."""
    strength = {ArcState.WORKING: 1.0, ArcState.TRYING: 0.5, ArcState.NOT_STARTED: 0.18}
    pieces = [
        element(
            "path",
            d=_path(arc, shape, gap=9),
            fill="currentColor",
            fill_opacity=strength[arc.state],
        )
        for arc in arcs
    ]
    return element("g", *pieces, class_="star-steps", color=INK)


def arc_swatch(state: ArcState, x: float, y: float, hatch: str) -> ET.Element:
    """The key for one state, in the same filling as the arc."""
    box = element("rect", x=x, y=y, width=22, height=14, rx=2)
    return _in_state(box, state, hatch)


def _arc(arc: ArcPicture, shape: Shape, prefix: str, hatch: str) -> list[ET.Element]:
    inner, outer = shape.radii("steps")
    centre = STEP_CENTRES[arc.step]
    line = f"{prefix}-line-{arc.step}"
    start, end, radius = centre - STEP_SPAN / 2, centre + STEP_SPAN / 2, (inner + outer) / 2
    upright = not 0 < centre % 360 < 180
    rise = LETTER_SIZE * 0.35 * (-1 if upright else 1)
    if not upright:
        start, end = end, start
    room = radians(STEP_SPAN) * radius - (MARGIN / 2 if shape.is_narrow else MARGIN)
    inks = {ArcState.WORKING: CARD, ArcState.TRYING: INK, ArcState.NOT_STARTED: MUTED}
    name = words_along(
        line,
        shortened(arc.label, LETTER_SIZE, room),
        LETTER_SIZE,
        fill=inks[arc.state],
        kind=f"star-arc-name star-arc-name--{arc.state.value}",
        weight=700,
        halo=6 if arc.state == ArcState.TRYING else 0,
    )
    return [
        _in_state(element("path", d=_path(arc, shape, gap=ARC_GAP)), arc.state, hatch),
        element("path", id=line, d=shape.arc_line(radius + rise, start, end), fill="none"),
        *name,
    ]


def _path(arc: ArcPicture, shape: Shape, *, gap: float) -> str:
    centre = STEP_CENTRES[arc.step]
    half = (STEP_SPAN - gap) / 2
    return shape.ring_piece(*shape.radii("steps"), centre - half, centre + half)


def _in_state(piece: ET.Element, state: ArcState, hatch: str) -> ET.Element:
    piece.set("class", f"star-arc star-arc--{state.value}")
    filling = {
        ArcState.WORKING: "currentColor",
        ArcState.TRYING: f"url(#{hatch})",
        ArcState.NOT_STARTED: "none",
    }
    piece.set("fill", filling[state])
    piece.set("stroke", "currentColor")
    piece.set("stroke-width", "1.2")
    if state == ArcState.NOT_STARTED:
        piece.set("stroke-dasharray", "3 3")
        piece.set("stroke-opacity", "0.6")
    return piece
