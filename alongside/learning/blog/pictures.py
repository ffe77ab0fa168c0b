"""Pictures in the sizes that pages show, made when a page comes out and not when it is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from alongside.learning.blog.models import Picture, Post, Rendition, Written

SMALL, LARGE = "width-480|format-webp", "width-960|format-webp"
SIZES = (SMALL, LARGE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it: two sizes, what it shows, who made it."""

    small: Rendition
    large: Rendition
    says: str
    credit: str


def pictures_in(written: Written) -> Iterator[Picture]:
    """Every picture of a page."""
    if isinstance(written, Post) and written.picture:
        yield written.picture
    for block in written.body:
        if block.block_type == "picture" and block.value["picture"]:
            yield block.value["picture"]


def make_renditions(written: Written) -> None:
    """Make every size of every picture of a page that isn't there yet."""
    for picture in pictures_in(written):
        for size in SIZES:
            # One by one: two who publish at once find each other's, and no threads are begun.
            picture.get_rendition(size)


def with_renditions(pictures: Iterable[Picture]) -> None:
    """Read the sizes of pictures in one query, for whoever shows them next."""
    sizes = Rendition.objects.filter(filter_spec__in=SIZES)
    prefetch_related_objects(
        list(pictures), Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions")
    )


def shown(picture: Picture, says: str) -> Shown:
    """Return a picture as pages show it."""
    small, large = picture.get_rendition(SMALL), picture.get_rendition(LARGE)
    return Shown(small, large, says, picture.credit)
