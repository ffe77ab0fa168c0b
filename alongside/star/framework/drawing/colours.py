"""Colours that stand in the file itself, and the hatchings that carry meaning without colour.

On a page the style sheet re-values them through the same classes (dark mode, forced colours).
"""

from typing import Literal
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing.svg import element

CO_COLOURS = {
    "commission": "#1f5fa8",
    "design": "#8a2f7a",
    "deliver": "#0b7a55",
    "assess": "#b3541e",
}

Hatch = Literal["nobody", "between", "dont-know", "trying"]


def hatching(hatch: Hatch, identity: str, *, scale: float = 1.0) -> ET.Element:
    """A pattern in the colour around it (`currentColor`)."""
    if hatch == "dont-know":
        size = 7 * scale
        mark = element("circle", cx=size / 2, cy=size / 2, r=1.5 * scale, fill="currentColor")
        turn = 0
    else:
        size = {"nobody": 9.0, "between": 6.0, "trying": 6.0}[hatch] * scale
        width = {"nobody": 2.0, "between": 3.0, "trying": 2.0}[hatch] * scale
        mark = element(
            "path", d=f"M0 {size / 2:.2f}H{size:.2f}", stroke="currentColor", stroke_width=width
        )
        turn = {"nobody": -45, "between": 45, "trying": -45}[hatch]
    return element(
        "pattern",
        mark,
        id=identity,
        width=size,
        height=size,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({turn})",
    )


def co_group(co: str, *children: ET.Element | None) -> ET.Element:
    """A group in the colour of a Co."""
    return element("g", *children, class_=f"star-co star-co--{co}", color=CO_COLOURS[co])
