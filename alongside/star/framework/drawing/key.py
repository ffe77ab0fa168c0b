"""The key under the Star: the groups' markers, the earlier round, the fillings of the steps."""

from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.colours import hatching
from alongside.star.framework.drawing.markers import draw_marker
from alongside.star.framework.drawing.steps import arc_swatch
from alongside.star.framework.drawing.svg import INK, element, shortened, width_of
from alongside.star.framework.drawing.words import words
from alongside.star.framework.picture import ArcState, Marker, StarPicture
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
        *_row(
            [(_marker(marker), marker.name) for marker in groups_shown(picture)] + _ghost(picture),
            top + 18,
        ),
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


def _marker(marker: Marker) -> ET.Element:
    return draw_marker(marker, (10, -5))


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
