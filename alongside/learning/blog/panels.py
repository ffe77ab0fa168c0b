"""Ready-to-show blocks of the blog."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.history.keeping import kept
from alongside.learning.blog.models import Post
from alongside.learning.blog.pictures import Shown, shown, with_renditions
from alongside.learning.blog.queries.posts import posts_with, related_posts


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post as a list shows it."""

    title: str
    url: str
    introduction: str
    day: str
    facts: list[str]
    picture: Shown | None
    language: str


def post_cards(posts: Iterable[Post]) -> list[PostCard]:
    """Return the cards of posts; their pictures in one query."""
    found = list(posts)
    with_renditions(post.picture for post in found if post.picture)
    return [_card(post) for post in found]


def cards_with(keys: Sequence[int]) -> list[PostCard]:
    """Return the cards of the posts with these keys; worked out anew once anything has changed."""
    return kept("cards of the blog", *keys, make=lambda: post_cards(posts_with(keys)))


def related_cards(post: Post) -> list[PostCard]:
    """Return the cards of posts on the same topics; worked out anew once anything has changed."""
    topics = sorted(filed.topic_id for filed in post.filed_under.all())
    return kept("related posts", post.pk, topics, make=lambda: post_cards(related_posts(post)))


def _card(post: Post) -> PostCard:
    return PostCard(
        title=post.title,
        url=post.public_path,
        introduction=post.introduction,
        day=date_format(post.dated_on, "DATE_FORMAT"),
        facts=facts_of(post),
        picture=shown(post.picture, post.picture_says) if post.picture else None,
        language=post.language,
    )


def facts_of(post: Post) -> list[str]:
    """Return who wrote a post, where, and whether it is made up."""
    wrote = ", ".join(credit.author.name for credit in post.written_by.all())
    facts = [wrote] if wrote else []
    facts.append(post.place.name)
    if post.origin_name:
        facts.append(_("written at %(place)s") % {"place": post.origin_name})
    if post.series:
        facts.append(_part_of(post))
    return [*facts, _("invented example")] if post.is_invented else facts


def _part_of(post: Post) -> str:
    name = post.series.name if post.series else ""
    if post.part is None:
        return name
    return _("%(series)s, part %(part)d") % {"series": name, "part": post.part}
