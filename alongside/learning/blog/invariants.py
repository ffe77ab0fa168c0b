"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from alongside.learning.blog.models import Picture, Post, Prose, Rendition, Space

BELOW_A_SPACE = 3  # root, space, text


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """Every text lies in its place's branch, and every picture has its file."""
    return {
        "Every post and page stands in the branch of its own place": in_another_branch,
        "Every picture of the blog has its file": without_file,
    }


def in_another_branch() -> Iterator[str]:
    """Return texts whose place isn't that of the space above them."""
    for space in Space.objects.all():
        for model in (Post, Prose):
            strangers = model.objects.descendant_of(space).exclude(place=space.place_id)
            yield from (f"page {pk}" for pk in strangers.values_list("pk", flat=True))
    for model in (Post, Prose):
        below = model.objects.exclude(depth=BELOW_A_SPACE)
        yield from (f"page {pk} outside any space" for pk in below.values_list("pk", flat=True))


def without_file() -> Iterator[str]:
    """Return pictures, and sizes of them, whose file isn't on the shelf."""
    for model in (Picture, Rendition):
        for row in model.objects.only("file").iterator(500):
            if not row.file.storage.exists(row.file.name):
                yield f"{model._meta.model_name} {row.pk}: {row.file.name}"
