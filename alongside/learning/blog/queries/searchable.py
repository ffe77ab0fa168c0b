"""What search may know of the blog: what everybody reads."""

from collections.abc import Iterator

from django.utils.html import strip_tags

from alongside.foundation.search.kinds import Entry, path_to
from alongside.learning.blog.models import Post, Prose, Written

KIND = "post"
PROSE = "prose"


def entry_of(written: Written) -> Entry:
    """Return a page as it is found."""
    is_post = isinstance(written, Post)
    return Entry(
        KIND if is_post else PROSE,
        str(written.pk),
        written.place_id,
        written.title,
        text_of(written),
        public_path=path_to(written.address, written.slug),
    )


def text_of(written: Written) -> str:
    """The words of a page, without its form."""
    parts = [written.introduction]
    if isinstance(written, Post):
        wrote = written.written_by.select_related("author").all()
        parts += [credit.author.name for credit in wrote]
    parts += [strip_tags(block.render_as_block()) for block in written.body]
    return " ".join(" ".join(parts).split())


def posts() -> Iterator[Entry]:
    """Every post that everybody reads."""
    yield from map(entry_of, Post.objects.live().select_related("place").iterator(200))


def prose_pages() -> Iterator[Entry]:
    """Every prose page that everybody reads."""
    yield from map(entry_of, Prose.objects.live().select_related("place").iterator(200))
