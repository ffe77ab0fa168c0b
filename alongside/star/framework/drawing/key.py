"""The key under the Star: the groups' markers, the earlier round, the fillings of the steps."""

from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from alongside.star.framework.drawing.colours import hatching
from alongside.star.framework.drawing.geometry import FULL, Shape
from alongside.star.framework.drawing.markers import draw_badge
from alongside.star.framework.drawing.steps import arc_swatch
from alongside.star.framework.drawing.svg import CARD, INK, MUTED, element, shortened, width_of
from alongside.star.framework.drawing.words import words
from alongside.star.framework.picture import TOP_LEVEL, ArcState, StarPicture
from alongside.star.framework.twin import groups_shown, state_words

SIZE = 17.0
LONGEST = 240.0
SIGN, BETWEEN, ROW, ABOVE = 34.0, 22.0, 34.0, 14.0

type Entry = tuple[ET.Element, str]


def draw_key(
    picture: StarPicture, prefix: str, top: float, shape: Shape = FULL
) -> tuple[ET.Element, float]:
    """The key and its height: who the markers are, then what the fillings of the steps mean.

    Where the circles carry numbers, the words of the scale come first.
    """
    hatch = f"{prefix}-key-trying"
    steps = [(arc_swatch(state, 5, -13, hatch), state_words(state)) for state in reversed(ArcState)]
    scale = _scale(picture) if shape.is_narrow else []
    groups = [*_groups(picture), *_ghost(picture)]
    rows = [row for part in (scale, groups, steps) for row in _rows(part, shape.width)]
    at = top + 18 + ABOVE
    lines = [
        one for place, row in enumerate(rows) for one in _row(row, at + ROW * place, shape.width)
    ]
    key = element("g", hatching("trying", hatch), *lines, class_="star-key", color=INK)
    return key, ABOVE + ROW * len(rows)


def _scale(picture: StarPicture) -> list[Entry]:
    return [
        (words(str(level), 24, 0, SIZE, tone="muted", fill=MUTED, halo=0), picture.scale[level])
        for level in range(1, TOP_LEVEL + 1)
    ]


def _groups(picture: StarPicture) -> list[Entry]:
    """The groups, and what a dashed marker means if there is one."""
    entries = [(draw_badge(marker, (14, -6)), marker.name) for marker in groups_shown(picture)]
    apart = any(marker.position is None for point in picture.points for marker in point.markers)
    if apart:
        dashed = element(
            "circle",
            cx=14,
            cy=-6,
            r=9,
            fill=CARD,
            stroke=INK,
            stroke_width=1.6,
            stroke_dasharray="3 2.4",
            class_="star-badge",
        )
        entries.append((dashed, _("no one level")))
    return entries


def _ghost(picture: StarPicture) -> list[Entry]:
    if picture.ghost is None:
        return []
    line = element(
        "path",
        d="M3 -6H27",
        stroke=INK,
        stroke_width=1.8,
        stroke_dasharray="6 4",
        fill="none",
        class_="star-ghost",
    )
    return [(line, picture.ghost.label)]


def _rows(entries: list[Entry], width: float) -> list[list[Entry]]:
    """The entries in as many rows as their words need."""
    rows: list[list[Entry]] = []
    for sign, text in entries:
        entry = (sign, shortened(text, SIZE, LONGEST))
        if rows and _width([*rows[-1], entry]) <= width - 10:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def _width(row: list[Entry]) -> float:
    return sum(SIGN + width_of(text, SIZE) for _sign, text in row) + BETWEEN * (len(row) - 1)


def _row(row: list[Entry], y: float, width: float) -> list[ET.Element]:
    """One row, centred."""
    made: list[ET.Element] = []
    x = (width - _width(row)) / 2
    for sign, text in row:
        line = words(text, SIGN, 0, SIZE, anchor="start", halo=0)
        made.append(element("g", sign, line, transform=f"translate({x:.2f} {y:.2f})"))
        x += SIGN + width_of(text, SIZE) + BETWEEN
    return made
