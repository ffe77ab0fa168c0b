"""The dots with their halos, and where groups see them.

The halo is wider where people disagree more about effort, and higher where they disagree more about
impact; dashed where they are divided. A dot that would lie on another steps aside, and a thin line
leads to where it belongs.
"""

from math import hypot
from xml.etree import ElementTree as ET

from alongside.star.focus_it.drawing.forms import MANY, Form, Spot
from alongside.star.focus_it.drawing.picture import Dot, MatrixPicture
from alongside.star.focus_it.drawing.placing import placed_apart
from alongside.star.framework.drawing.colours import co_group
from alongside.star.framework.drawing.markers import SIZE, draw_badge
from alongside.star.framework.drawing.svg import CARD, INK, element

ASIDE = 1.0
BADGE = SIZE + 2


def draw_dots(picture: MatrixPicture, form: Form) -> list[ET.Element]:
    """Halos below everything, then lines, dots and marks: nothing hides a number."""
    radius = radius_of(len(picture.dots), form)
    true = [form.spot(dot.at) for dot in picture.dots]
    drawn = placed_apart(true, radius, form)
    pairs = list(zip(picture.dots, true, drawn, strict=True))
    return [
        element("g", *(halo(dot, spot, radius, form) for dot, _, spot in pairs), class_="matrix-halos"),
        element("g", *(_thread(a, b) for _, a, b in pairs if _is_aside(a, b)), class_="matrix-threads"),
        *_marks(picture, form, drawn, radius),
        element("g", *(draw_dot(dot, spot, radius, form) for dot, _, spot in pairs), class_="matrix-dots"),
    ]  # fmt: skip


def radius_of(count: int, form: Form) -> float:
    return form.dot * (0.82 if count > MANY else 1)


def halo(dot: Dot, spot: Spot, radius: float, form: Form) -> ET.Element:
    """How far people disagree, around a dot."""
    effort, impact = dot.spread
    made = element(
        "ellipse",
        cx=spot[0],
        cy=spot[1],
        rx=radius + form.halo * effort,
        ry=radius + form.halo * impact,
        fill="currentColor",
        fill_opacity=0.16,
        stroke="currentColor",
        stroke_opacity=0.55,
        stroke_width=1.2,
        class_="matrix-halo",
    )
    if dot.is_divided:
        made.attrib.update(
            {"stroke-dasharray": "4 3", "stroke-width": "2", "stroke-opacity": "0.9"}
        )
    return co_group(dot.co, made)


def draw_dot(dot: Dot, spot: Spot, radius: float, form: Form) -> ET.Element:
    """A dot in its Co's colour with its number."""
    x, y = spot
    letters = radius * (1.12 if dot.number < 100 else 0.9)
    number = element(
        "text",
        text=str(dot.number),
        x=x,
        y=y + letters * 0.35,
        font_size=letters,
        font_weight=700,
        text_anchor="middle",
        fill=CARD,
        class_="matrix-number",
    )
    disc = element(
        "circle", cx=x, cy=y, r=radius, fill="currentColor", stroke=CARD, stroke_width=1.5,
        class_="matrix-disc",
    )  # fmt: skip
    return co_group(dot.co, disc, number)


def _is_aside(true: Spot, drawn: Spot) -> bool:
    return hypot(true[0] - drawn[0], true[1] - drawn[1]) > ASIDE


def _thread(true: Spot, drawn: Spot) -> ET.Element:
    """A line to where a dot belongs, with a point at its end."""
    line = element(
        "path",
        d=f"M{true[0]:.2f} {true[1]:.2f}L{drawn[0]:.2f} {drawn[1]:.2f}",
        stroke=INK,
        stroke_width=1,
        class_="matrix-thread",
    )
    return element(
        "g", line, element("circle", cx=true[0], cy=true[1], r=2.2, fill=INK, class_="matrix-pin")
    )


def _marks(picture: MatrixPicture, form: Form, dots: list[Spot], radius: float) -> list[ET.Element]:
    """Where groups see the items, each on a line from its dot."""
    marked = [
        (mark, spot) for dot, spot in zip(picture.dots, dots, strict=True) for mark in dot.marks
    ]
    if not marked:
        return []
    wanted = [form.spot(mark.at) for mark, _spot in marked]
    spots = placed_apart([*dots, *wanted], max(radius, BADGE), form)[len(dots) :]
    lines = [_thread(spot, at) for (_mark, spot), at in zip(marked, spots, strict=True)]
    badges = [draw_badge(mark, at) for (mark, _spot), at in zip(marked, spots, strict=True)]
    return [element("g", *lines, *badges, class_="matrix-marks")]
