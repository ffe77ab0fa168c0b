"""The invented blog: a series of Strathmuir and a post of the national team."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.rich_text import RichText

from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.models import Place
from alongside.learning.blog.actions.labels import keep_label
from alongside.learning.blog.actions.spaces import open_space
from alongside.learning.blog.models import (
    Author,
    Picture,
    Post,
    PostAuthor,
    PostTopic,
    Series,
    Space,
    Topic,
)
from alongside.learning.blog.queries.discussed import KIND
from alongside.site.demo.comments import load_comments

WIDE, HIGH = 960, 540
PAPER, INK, COLOURS = "#fbfaf7", "#14213d", ("#1f5fa8", "#8a2f7a", "#0b7a55", "#b3541e")


def write_blog(nation: Place, partnerships: Mapping[str, Place], told: Mapping[str, Any]) -> None:
    """Open the blog of each place that writes, and publish its posts."""
    by, places = system_actor(), {nation.slug: nation, **partnerships}
    for name in told["topics"]:
        keep_label(Topic(name=name), place=nation, by=by)
    for one in told["authors"]:
        said = {key: value for key, value in one.items() if key != "place"}
        keep_label(Author(has_agreed=True, **said), place=places[one["place"]], by=by)
    for one in told["series"]:
        keep_label(Series(name=one["name"], about=one["about"]), place=places[one["place"]], by=by)
    for one in told["posts"]:
        place = places[one["place"]]
        post = _publish(open_space(place, by=by), place, nation, one)
        load_comments(KIND, str(post.pk), one.get("comments", ()), by=by)


def _publish(space: Space, place: Place, nation: Place, one: Mapping[str, Any]) -> Post:
    series = Series.objects.in_place(place).filter(name=one.get("series", "")).first()
    post = Post(
        title=one["title"],
        introduction=one["introduction"],
        dated_on=timezone.localdate() - timedelta(days=one["days_ago"]),
        picture=_picture(space, one["picture"]) if "picture" in one else None,
        picture_says=one.get("picture_says", ""),
        series=series,
        part=one.get("part"),
        body=[_block(block) for block in one["body"]],
        is_invented=True,
    )
    topics = Topic.objects.in_place(nation).filter(name__in=one["topics"])
    post.filed_under = [PostTopic(topic=topic) for topic in topics]
    authors = Author.objects.in_place(place).filter(name__in=one["authors"])
    post.written_by = [PostAuthor(author=author) for author in authors]
    space.add_child(instance=post)
    post.save_revision().publish()
    return Post.objects.get(pk=post.pk)


def _block(told: Mapping[str, str]) -> tuple[str, Any]:
    if "quote" in told:
        return "quote", {"text": told["quote"], "said_by": told["said_by"]}
    kind, text = next(iter(told.items()))
    return kind, RichText(text) if kind == "paragraph" else text


def _picture(space: Space, name: str) -> Picture:
    """Draw a plain picture, so that nobody takes it for a photograph of somebody."""
    drawn = Image.new("RGB", (WIDE, HIGH), PAPER)
    DRAWINGS[name](ImageDraw.Draw(drawn))
    kept = BytesIO()
    drawn.save(kept, "PNG")
    return Picture.objects.create(
        title=f"Drawing: {name}",
        credit="drawn for this invented example",
        collection=space.collection,
        file=ImageFile(kept, f"example-{name}.png"),
        width=WIDE,
        height=HIGH,
    )


def _star(draw: ImageDraw.ImageDraw) -> None:
    centre, reach = (WIDE / 2, HIGH / 2), 230
    ways = ((0, -1), (1, 0), (0, 1), (-1, 0))
    for (dx, dy), colour, filled in zip(ways, COLOURS, (1, 0.62, 0.8, 0.5), strict=True):
        for part, fill in ((1.0, None), (filled, colour)):
            tip = (centre[0] + dx * reach * part, centre[1] + dy * reach * part)
            wide = 90 * part
            sides = [(centre[0] + s * dy * wide, centre[1] + s * dx * wide) for s in (1, -1)]
            draw.polygon([tip, sides[0], sides[1]], fill=fill, outline=INK, width=4)
    draw.ellipse([WIDE / 2 - 60, HIGH / 2 - 60, WIDE / 2 + 60, HIGH / 2 + 60], PAPER, INK, 4)


def _table(draw: ImageDraw.ImageDraw) -> None:
    draw.rounded_rectangle([130, 200, 830, 340], 30, "#f2b632", INK, 4)
    for chair in range(8):
        for top in (130, 360):
            left = 160 + chair * 84
            draw.rounded_rectangle([left, top, left + 52, top + 50], 14, COLOURS[chair % 4], INK, 3)


def _paths(draw: ImageDraw.ImageDraw) -> None:
    middle = (WIDE / 2, HIGH / 2)
    for start, colour in zip(((60, 60), (900, 90), (420, 530)), COLOURS, strict=False):
        draw.line([start, middle], INK, 46)
        draw.line([start, middle], colour, 36)
    draw.ellipse(
        [middle[0] - 95, middle[1] - 95, middle[0] + 95, middle[1] + 95], "#f2b632", INK, 5
    )


DRAWINGS = {"star": _star, "table": _table, "paths": _paths}
