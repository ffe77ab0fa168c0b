"""Posts for tests, published by the same actions and the same editor's calls that people use."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.rich_text import RichText

from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.places.models import Place
from alongside.learning.blog.actions.labels import keep_label
from alongside.learning.blog.actions.spaces import open_space
from alongside.learning.blog.models import (
    Author,
    Picture,
    Post,
    PostAuthor,
    PostTopic,
    Prose,
    Series,
    Topic,
)


def paragraph(text: str) -> tuple[str, Any]:
    """A block of the text."""
    return "paragraph", RichText(f"<p>{text}</p>")


def topic(nation: Place, name: str) -> Topic:
    """A topic of the nation's, made when it isn't there."""
    found = Topic.objects.in_place(nation).filter(name=name).first()
    return found or keep_label(Topic(name=name), place=nation, by=system_actor())  # type: ignore[return-value]


def author(place: Place, name: str) -> Author:
    """Somebody who agreed to be named."""
    label = Author(name=name, role="neighbour", has_agreed=True, about=f"About {name}")
    return keep_label(label, place=place, by=system_actor())  # type: ignore[return-value]


def series(place: Place, name: str) -> Series:
    """A series of a place's."""
    return keep_label(Series(name=name), place=place, by=system_actor())  # type: ignore[return-value]


def write_post(
    place: Place,
    title: str,
    *,
    by: Actor | None = None,
    publish: bool = True,
    topics: Sequence[Topic] = (),
    authors: Sequence[Author] = (),
    text: str = "What we did.",
    **said: Any,
) -> Post:
    """A post as the editor keeps it."""
    space = open_space(place, by=by or system_actor())
    said = {"introduction": f"About {title}", "body": [paragraph(text)], **said}
    post = Post(title=title, live=False, **said)
    post.filed_under = [PostTopic(topic=one) for one in topics]
    post.written_by = [PostAuthor(author=one) for one in authors]
    space.add_child(instance=post)
    revision = post.save_revision()
    if publish:
        revision.publish()
    return Post.objects.get(pk=post.pk)


def write_prose(place: Place, title: str, *, by: Actor | None = None) -> Prose:
    """A published page of prose."""
    space = open_space(place, by=by or system_actor())
    prose = Prose(title=title, introduction="Who we are.", body=[paragraph("What we do.")])
    space.add_child(instance=prose)
    prose.save_revision().publish()
    return prose


def draw_picture(place: Place, title: str = "A bench", colour: str = "#0b7a55") -> Picture:
    """A small picture on a place's shelf."""
    space = open_space(place, by=system_actor())
    kept = BytesIO()
    Image.new("RGB", (64, 36), colour).save(kept, "PNG")
    return Picture.objects.create(
        title=title,
        credit="drawn for a test",
        collection=space.collection,
        file=ImageFile(kept, "bench.png"),
        width=64,
        height=36,
    )


def furnish_blog(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """A post and a page that everybody reads; a draft, its author and its series, which say more."""
    about = [topic(place.nation or place, "Co-production")]
    wrote, told_in = author(place, f"Author {told}"), series(place, f"Series {told}")
    write_post(
        place, f"Draft {told}", by=by, authors=[wrote], series=told_in, part=1, publish=False
    )
    known, year = author(place, f"Writer of {place.name}"), series(place, f"Year of {place.name}")
    shown = write_post(
        place, f"Post of {place.name}", authors=[known], topics=about, series=year, part=1
    )
    prose = write_prose(place, f"Page of {place.name}", by=by)
    return {
        "post": shown.slug,
        "prose": prose.slug,
        "told-by": wrote.slug,
        "told-in": told_in.slug,
    }
