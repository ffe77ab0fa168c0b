"""The picture of who takes part with whom: per Co, four groups as corners, lines by count.

Lines are as wide as the practices are many and carry their number; a pair without any practice is a
thin dotted line, because what is missing is worth seeing.
"""

from functools import lru_cache
from xml.etree import ElementTree as ET

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.star.framework.drawing.colours import co_group
from alongside.star.framework.drawing.frame import framed
from alongside.star.framework.drawing.geometry import Spot
from alongside.star.framework.drawing.markers import draw_badge
from alongside.star.framework.drawing.svg import (
    CARD,
    INK,
    LINE,
    MUTED,
    checked_prefix,
    element,
    shortened,
)
from alongside.star.framework.drawing.words import words
from alongside.star.framework.participation import (
    GROUP_KEYS,
    PAIRS,
    CoTies,
    Member,
    Pair,
    ParticipationPicture,
    ties_sentence,
)

SIDE_X, SIDE_Y = 290.0, 276.0
CORNERS: dict[str, Spot] = {
    "elected": (80, 96),
    "manager": (210, 96),
    "staff": (210, 226),
    "resident": (80, 226),
}
WIDEST, THINNEST = 15.0, 2.0
LETTERS = 17.0
NUMBER_AT = {("elected", "staff"): 0.3, ("manager", "resident"): 0.3}


def draw_participation(picture: ParticipationPicture, *, prefix: str = "ties") -> SafeString:
    """Four small pictures, as many beside one another as there is room; drawn once."""
    return _drawn(picture, checked_prefix(prefix), get_language())


@lru_cache(maxsize=64)
def _drawn(picture: ParticipationPicture, prefix: str, language: str | None) -> SafeString:
    panels = (
        framed(
            [_panel(ties, picture)],
            (SIDE_X, SIDE_Y),
            f"{prefix}-{ties.co}",
            title=f"{picture.title}: {ties.label}",
            description=ties_sentence(ties, picture),
            kind="star star--ties",
        )
        for ties in picture.cos
    )
    drawn = format_html_join("", "{}", ((panel,) for panel in panels))
    return format_html('<div class="star-ties">{}</div>', drawn)


def line_width(count: int, most: int) -> float:
    """In proportion to the largest count, never thinner than can be seen."""
    return 0.0 if not count else max(THINNEST, WIDEST * count / most)


def _panel(ties: CoTies, picture: ParticipationPicture) -> ET.Element:
    title = words(
        shortened(ties.label, 24, SIDE_X - 20),
        SIDE_X / 2,
        38,
        24,
        weight=700,
        tone="co",
        fill="currentColor",
    )
    most = picture.most
    counts = [(pair, ties.with_pair(pair)) for pair in PAIRS]
    lines = [_line(pair, count, most) for pair, count in counts]
    numbers = [_number(pair, count) for pair, count in counts if count]
    nodes = [_node(member, ties.with_group(member.group)) for member in picture.members]
    return co_group(ties.co, title, *lines, *numbers, *nodes, *_nothing(ties))


def _nothing(ties: CoTies) -> list[ET.Element]:
    """A word where a Co has no practice, so that empty does not look broken."""
    if ties.practices:
        return []
    x, y = CORNERS["elected"][0] + 65, CORNERS["elected"][1] + 70
    return [words(_("none known yet"), x, y, LETTERS, tone="muted", fill=MUTED, halo=8)]


def _line(pair: Pair, count: int, most: int) -> ET.Element:
    (x1, y1), (x2, y2) = CORNERS[pair[0]], CORNERS[pair[1]]
    made = element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_linecap="round")
    if count:
        made.attrib.update({"class": "star-tie", "stroke": "currentColor", "stroke-opacity": "0.8"})
        made.set("stroke-width", f"{line_width(count, most):.2f}")
    else:
        made.attrib.update({"class": "star-tie-none", "stroke": LINE, "stroke-width": "1.5"})
        made.set("stroke-dasharray", "1 5")
    return made


def _number(pair: Pair, count: int) -> ET.Element:
    """The count on its line; on the diagonals off the middle, where they cross."""
    (x1, y1), (x2, y2) = CORNERS[pair[0]], CORNERS[pair[1]]
    along = NUMBER_AT.get(pair, 0.5)
    x, y = x1 + (x2 - x1) * along, y1 + (y2 - y1) * along
    plate = element(
        "rect", x=x - 13, y=y - 11, width=26, height=22, rx=11, fill=CARD, class_="star-plate"
    )
    return element("g", plate, words(str(count), x, y + 6, LETTERS, weight=700, halo=0))


def _node(member: Member, count: int) -> ET.Element:
    """The group's badge with its name and the number of practices it takes part in."""
    x, y = CORNERS[member.group]
    above = member.group in GROUP_KEYS[:2]
    text = f"{shortened(member.name, LETTERS, 112)} {count}"
    return element(
        "g",
        draw_badge(member, (x, y)),
        words(
            text,
            x,
            y - 22 if above else y + 34,
            LETTERS,
            tone="ink" if count else "muted",
            fill=INK if count else MUTED,
        ),
    )
