"""The whole Star as SVG: the full form with words and key, the narrow one, the small one for lists.

`draw_star` is the one door; `draw_star_for_page` gives a page the full and the narrow form, of which
the style sheet shows the one that fits. Title and description come from the table twin, so that they
say what the picture says.
"""

from functools import lru_cache
from typing import Literal
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from alongside.star.framework.drawing.frame import framed
from alongside.star.framework.drawing.geometry import FULL, NARROW, SMALL, Shape
from alongside.star.framework.drawing.ghost import draw_ghost
from alongside.star.framework.drawing.key import draw_key
from alongside.star.framework.drawing.lettering import draw_guides, draw_heard, draw_label
from alongside.star.framework.drawing.markers import draw_markers
from alongside.star.framework.drawing.points import draw_point
from alongside.star.framework.drawing.steps import draw_small_steps, draw_steps
from alongside.star.framework.drawing.svg import checked_prefix
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import description, full_title

Size = Literal["full", "narrow", "small"]
BELOW = 78.0  # for the name and the level of the lowest point


def draw_star(
    picture: StarPicture, *, size: Size = "full", prefix: str = "star", key: bool = True
) -> SafeString:
    """The Star as SVG; the same picture is drawn once and kept.

    `prefix` keeps the ids apart where a page shows several; `key` adds the legend to the full form.
    """
    return _drawn(picture, size, prefix, key, get_language())


def draw_star_for_page(picture: StarPicture, *, prefix: str = "star") -> SafeString:
    """The full and the narrow form; `framework/star.css` hides one of them."""
    narrow = draw_star(picture, size="narrow", prefix=f"{prefix}-narrow")
    return mark_safe(draw_star(picture, prefix=prefix) + narrow)  # noqa: S308  both are drawn here


# A frozen picture always gives the same drawing; it holds every word in it, so nothing of one place
# can come out for another. Titles are worded in the reader's language.
@lru_cache(maxsize=128)
def _drawn(
    picture: StarPicture,
    size: Size,
    prefix: str,
    key: bool,  # noqa: FBT001 - a key of the cache
    language: str | None,
) -> SafeString:
    checked_prefix(prefix)
    if size == "small":
        body, box = _small(picture, prefix), (SMALL.width, SMALL.width)
    else:
        shape = NARROW if size == "narrow" else FULL
        height = shape.centre[1] + shape.outer + BELOW
        body, box = _with_words(picture, prefix, shape), (shape.width, height)
        if key:
            legend, more = draw_key(picture, prefix, height, shape)
            body, box = [*body, legend], (shape.width, height + more)
    return framed(
        body,
        box,
        prefix,
        title=full_title(picture),
        description=description(picture),
        kind=f"star star--{size}",
    )


def _small(picture: StarPicture, prefix: str) -> list[ET.Element | None]:
    return [
        *(draw_point(point, SMALL, prefix, fine=False) for point in picture.points),
        draw_small_steps(picture.arcs, SMALL),
    ]


def _with_words(picture: StarPicture, prefix: str, shape: Shape) -> list[ET.Element | None]:
    return [
        draw_guides(picture, shape, prefix),
        *(draw_point(point, shape, prefix) for point in picture.points),
        draw_ghost(picture, shape),
        draw_steps(picture.arcs, shape, prefix),
        draw_heard(picture.caption, shape),
        *(draw_markers(point, shape) for point in picture.points),
        *(draw_label(point, picture.scale, shape) for point in picture.points),
    ]
