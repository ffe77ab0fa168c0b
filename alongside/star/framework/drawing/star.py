"""The whole Star as SVG: the full form with words and key, and the small form for lists.

`draw_star` is the one door. Title and description come from the table twin, so that they say what
the picture says.
"""

from functools import lru_cache
from typing import Literal
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from alongside.star.framework.drawing.frame import framed
from alongside.star.framework.drawing.geometry import FULL, SMALL
from alongside.star.framework.drawing.ghost import draw_ghost
from alongside.star.framework.drawing.key import draw_key
from alongside.star.framework.drawing.lettering import draw_guides, draw_heard, draw_label
from alongside.star.framework.drawing.markers import draw_markers
from alongside.star.framework.drawing.points import draw_point
from alongside.star.framework.drawing.steps import draw_small_steps, draw_steps
from alongside.star.framework.drawing.svg import checked_prefix
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import description, full_title

Size = Literal["full", "small"]
WIDTH, HEIGHT = 580.0, 694.0
SMALL_SIDE = 48.0


def draw_star(
    picture: StarPicture, *, size: Size = "full", prefix: str = "star", key: bool = True
) -> SafeString:
    """The Star as SVG; the same picture is drawn once and kept.

    `prefix` keeps the ids apart where a page shows several; `key` adds the legend to the full form.
    """
    return _drawn(picture, size, prefix, key, get_language())


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
        body, box = _small(picture, prefix), (SMALL_SIDE, SMALL_SIDE)
    else:
        body, box = _full(picture, prefix), (WIDTH, HEIGHT)
        if key:
            legend, height = draw_key(picture, prefix, HEIGHT)
            body, box = [*body, legend], (WIDTH, HEIGHT + height)
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


def _full(picture: StarPicture, prefix: str) -> list[ET.Element | None]:
    return [
        draw_guides(picture, FULL, prefix),
        *(draw_point(point, FULL, prefix) for point in picture.points),
        draw_ghost(picture, FULL),
        draw_steps(picture.arcs, FULL, prefix),
        draw_heard(picture.caption, FULL),
        *(draw_markers(point, FULL) for point in picture.points),
        *(draw_label(point, picture.scale, FULL) for point in picture.points),
    ]
