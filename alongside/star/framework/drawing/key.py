"""The key under the Star: the groups' markers, the earlier round, the fillings of the steps."""

from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from alongside.star.framework.drawing.colours import hatching
from alongside.star.framework.drawing.markers import draw_badge
from alongside.star.framework.drawing.steps import arc_swatch
from alongside.star.framework.drawing.svg import CARD, INK, element, shortened, width_of
from alongside.star.framework.drawing.words import words
from alongside.star.framework.picture import ArcState, StarPicture
from alongside.star.framework.twin import groups_shown, state_words

KEY_HEIGHT = 76.0
WIDTH = 580.0
SIZE = 14.0
ROOM = 120.0

type Entry = tuple[ET.Element, str]


def draw_key(picture: StarPicture, prefix: str, top: float) -> ET.Element:
    """Two rows: who the markers are, and what the fillings of the steps mean."""
    hatch = f"{prefix}-key-trying"
    return element(
        "g",
        hatching("trying", hatch),
        *_row([*_groups(picture), *_ghost(picture)], top + 18),
        *_row(
            [
                (arc_swatch(state, 0, -11, hatch), state_words(state))
                for state in reversed(ArcState)
            ],
            top + 50,
        ),
        class_="star-key",
        color=INK,
    )


def _groups(picture: StarPicture) -> list[Entry]:
    """The groups, and what a dashed marker means if there is one."""
    entries = [(draw_badge(marker, (10, -5)), marker.name) for marker in groups_shown(picture)]
    apart = any(marker.position is None for point in picture.points for marker in point.markers)
    if apart:
        dashed = element(
            "circle",
            cx=10,
            cy=-5,
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
        d="M0 -5H22",
        stroke=INK,
        stroke_width=1.8,
        stroke_dasharray="6 4",
        fill="none",
        class_="star-ghost",
    )
    return [(line, picture.ghost.label)]


def _row(entries: list[Entry], y: float) -> list[ET.Element]:
    """The entries side by side, centred; each cut so that all fit."""
    room = min(ROOM, (WIDTH - 20) / max(1, len(entries)) - 46)
    texts = [shortened(text, SIZE, room) for _sign, text in entries]
    widths = [30 + width_of(text, SIZE) + 16 for text in texts]
    x = (WIDTH - sum(widths) + 16) / 2
    made: list[ET.Element] = []
    for (sign, _text), text, width in zip(entries, texts, widths, strict=True):
        made.append(
            element(
                "g",
                sign,
                words(text, 28, 0, SIZE, anchor="start", halo=0),
                transform=f"translate({x:.2f} {y:.2f})",
            )
        )
        x += width
    return made
