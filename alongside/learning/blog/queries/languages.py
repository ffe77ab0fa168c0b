"""The same post in several languages: each leads to the others."""

from dataclasses import dataclass

from django.db.models import Q

from alongside.foundation.history.keeping import kept
from alongside.learning.blog.models import Post
from alongside.learning.blog.queries.posts import OPEN


@dataclass(frozen=True, slots=True)
class Told:
    """The same post as told in another language."""

    title: str
    public_path: str
    language: str
    language_name: str


def told_in_other_languages(post: Post) -> list[Told]:
    """Return what else there is to read of the same post: the original first, then translations.

    Worked out anew as soon as anything changed; else one query.
    """
    first = post.translation_of_id or post.pk
    return kept("post in other languages", first, post.pk, make=lambda: _told(first, post.pk))


def _told(first: int | None, here: int | None) -> list[Told]:
    same = Post.objects.live().filter(Q(pk=first) | Q(translation_of=first))
    others = same.filter(place__state__in=OPEN).exclude(pk=here).select_related("place")
    ordered = others.only("title", "slug", "language", "place__slug").order_by("pk")
    return [
        Told(one.title, one.public_path, one.language, one.get_language_display())
        for one in sorted(ordered, key=lambda one: one.pk != first)
    ]
