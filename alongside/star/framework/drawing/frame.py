"""The frame around every drawing: role, title and description, size, typeface."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe

from alongside.star.framework.drawing.svg import FONT, element, written


def framed(
    body: Iterable[ET.Element | None],
    box: tuple[float, float],
    prefix: str,
    *,
    title: str,
    description: str,
    kind: str,
) -> SafeString:
    """A drawing that a screen reader announces by its title and explains by its description."""
    root = element(
        "svg",
        element("title", text=title, id=f"{prefix}-title"),
        element("desc", text=description, id=f"{prefix}-desc"),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {box[0]:g} {box[1]:g}",
        width=box[0],
        height=box[1],
        role="img",
        class_=kind,
        font_family=FONT,
    )
    root.set("aria-labelledby", f"{prefix}-title")
    root.set("aria-describedby", f"{prefix}-desc")
    return mark_safe(written(root))  # noqa: S308  every text went through ElementTree
