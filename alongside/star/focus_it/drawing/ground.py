"""The ground of the picture: four fields with their names, the lines between them, the two axes."""

from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from alongside.star.focus_it.drawing.forms import Form, Spot
from alongside.star.focus_it.drawing.picture import HIGHEST, LOWEST, MatrixPicture
from alongside.star.framework.drawing.svg import CARD, INK, LINE, MUTED, element, shortened
from alongside.star.framework.drawing.words import Anchor, words

SUN, CLAY = "#fdf3da", "#f1eee7"


def draw_ground(picture: MatrixPicture, form: Form) -> tuple[list[ET.Element], float]:
    """The elements, and how far down they reach."""
    middle = form.spot((picture.line, picture.line))
    parts = [*_fields(form, middle), *_lines(form, middle), *_names(picture, form, middle)]
    foot = form.bottom + form.small * 2.9 + 6
    return [*parts, *_steps(form), *_axes(picture, form, foot)], foot


def _fields(form: Form, middle: Spot) -> list[ET.Element]:
    """Quick wins in sun, not now in clay; the rest in the card's colour."""
    outer, end = (form.left, form.top), (form.right, form.bottom)
    return [
        _box(outer, end, kind="ground", fill=CARD),
        _box(outer, middle, kind="sun", fill=SUN),
        _box(middle, end, kind="clay", fill=CLAY),
    ]


def _box(corner: Spot, opposite: Spot, *, kind: str, fill: str) -> ET.Element:
    return element(
        "rect",
        x=corner[0],
        y=corner[1],
        width=opposite[0] - corner[0],
        height=opposite[1] - corner[1],
        fill=fill,
        class_=f"matrix-{kind}",
    )


def _lines(form: Form, middle: Spot) -> list[ET.Element]:
    x, y = middle
    crossing = f"M{x:.2f} {form.top}V{form.bottom}M{form.left} {y:.2f}H{form.right}"
    frame = f"M{form.left} {form.top}H{form.right}V{form.bottom}H{form.left}Z"
    return [
        element(
            "path", d=crossing, fill="none", stroke=MUTED, stroke_width=1.4, class_="matrix-line"
        ),
        element("path", d=frame, fill="none", stroke=INK, stroke_width=2, class_="matrix-frame"),
    ]


def _names(picture: MatrixPicture, form: Form, middle: Spot) -> list[ET.Element]:
    """Each field's name in its outer corner."""
    quick, major, fill_in, not_now = picture.fields
    high, low = form.top + form.strip * 0.68, form.bottom - form.strip * 0.36
    left, right = form.left + 10, form.right - 10
    places: list[tuple[str, float, float, Anchor]] = [
        (quick, left, high, "start"),
        (major, right, high, "end"),
        (fill_in, left, low, "start"),
        (not_now, right, low, "end"),
    ]
    room = middle[0] - form.left - 14
    return [
        words(shortened(name, form.letters, room), x, y, form.letters, anchor=anchor, weight=700)
        for name, x, y, anchor in places
    ]


def _steps(form: Form) -> list[ET.Element]:
    """The steps 1 to 5 along both sides."""
    made = []
    for step in range(int(LOWEST), int(HIGHEST) + 1):
        x, y = form.spot((step, step))
        ticks = f"M{x:.2f} {form.bottom}v5M{form.left} {y:.2f}h-5"
        made += [
            element("path", d=ticks, stroke=LINE, stroke_width=1.5, class_="matrix-tick"),
            _step(step, x, form.bottom + form.small + 6, form),
            _step(step, form.left - form.small * 0.75, y + form.small * 0.35, form),
        ]
    return made


def _step(step: int, x: float, y: float, form: Form) -> ET.Element:
    return words(str(step), x, y, form.small, tone="muted", fill=MUTED, halo=0)


def _axes(picture: MatrixPicture, form: Form, foot: float) -> list[ET.Element]:
    effort, impact = picture.axes
    across = words(
        _("more %(what)s →") % {"what": effort},
        (form.left + form.right) / 2, foot - 6, form.small, halo=0,
    )  # fmt: skip
    x, y = form.small * 0.95, (form.top + form.bottom) / 2
    upwards = words(_("more %(what)s →") % {"what": impact}, x, y, form.small, halo=0)
    upwards.set("transform", f"rotate(-90 {x:.2f} {y:.2f})")
    return [across, upwards]
