"""Reading a drawing back: its elements by class, and its words."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from alongside.star.framework.drawing import draw_star
from alongside.star.framework.picture import StarPicture

SVG = "{http://www.w3.org/2000/svg}"


def parsed(star: StarPicture, **options: str) -> ET.Element:
    return ET.fromstring(draw_star(star, **options))


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [one for one in root.iter() if name in one.get("class", "").split()]


def texts(root: ET.Element) -> Iterator[str]:
    for one in root.iter():
        if one.tag in {f"{SVG}text", f"{SVG}textPath"} and one.text:
            yield one.text


def drawn_words(star: StarPicture, **options: str) -> set[str]:
    return set(texts(parsed(star, **options)))
