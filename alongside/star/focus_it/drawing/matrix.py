"""The whole matrix as SVG. `draw_matrix` is the one door."""

from functools import lru_cache
from typing import Literal
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString

from alongside.star.focus_it.drawing.dots import draw_dots
from alongside.star.focus_it.drawing.forms import HALL, NARROW, WIDE, Form
from alongside.star.focus_it.drawing.ground import draw_ground
from alongside.star.focus_it.drawing.key import draw_key
from alongside.star.focus_it.drawing.picture import MatrixPicture
from alongside.star.framework.drawing.frame import framed
from alongside.star.framework.drawing.svg import checked_prefix

Size = Literal["wide", "hall", "narrow"]
FORMS: dict[Size, Form] = {"wide": WIDE, "hall": HALL, "narrow": NARROW}


# A frozen picture always gives the same drawing; every word is in it, so nothing of one place can
# come out for another.
@lru_cache(maxsize=64)
def draw_matrix(
    picture: MatrixPicture, *, size: Size = "wide", prefix: str = "matrix"
) -> SafeString:
    """The matrix as SVG; `prefix` keeps the ids apart where a page shows several."""
    form = FORMS[size]
    ground, foot = draw_ground(picture, form)
    key, height = draw_key(picture, form, foot)
    body: list[ET.Element | None] = [*ground, *draw_dots(picture, form), key]
    return framed(
        body,
        (form.width, foot + height),
        checked_prefix(prefix),
        title=picture.title,
        description=picture.description,
        kind=f"star matrix matrix--{form.name}",
    )
