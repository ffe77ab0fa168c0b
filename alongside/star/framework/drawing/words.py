"""Lines of text in a drawing, straight or along a curve, with a halo where they cross lines."""

from typing import Literal
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.svg import CARD, INK, element

Anchor = Literal["start", "middle", "end"]


def words(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    anchor: Anchor = "middle",
    weight: int = 400,
    tone: str = "ink",
    fill: str = INK,
    halo: float = 4,
) -> ET.Element:
    """A straight line of text; `halo` is the width of the rim in the card's colour."""
    made = element(
        "text",
        text=text,
        x=x,
        y=y,
        font_size=size,
        text_anchor=anchor,
        font_weight=weight,
        fill=fill,
        class_=f"star-text star-text--{tone}",
    )
    return _with_halo(made, halo)


def words_along(
    line: str, text: str, size: float, *, fill: str, kind: str, weight: int = 400, halo: float = 0
) -> list[ET.Element]:
    """A text in the middle of a line that is drawn elsewhere under that id.

    Along a curve each letter is painted by itself, so the halo is a copy of the text underneath;
    a rim on the letters would cover their neighbours.
    """

    def copy(colour: str, name: str) -> ET.Element:
        return element(
            "text",
            element("textPath", text=text, href=f"#{line}", startOffset="50%"),
            font_size=size,
            font_weight=weight,
            text_anchor="middle",
            fill=colour,
            class_=name,
        )

    if not halo:
        return [copy(fill, kind)]
    return [_with_halo(copy(CARD, "star-text-rim"), halo), copy(fill, kind)]


def _with_halo(made: ET.Element, width: float) -> ET.Element:
    if width:
        made.set("class", f"{made.get('class')} star-halo")
        made.set("stroke", CARD)
        made.set("stroke-width", f"{width:g}")
        made.set("stroke-linejoin", "round")
        made.set("paint-order", "stroke")
    return made
