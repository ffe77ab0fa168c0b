"""What everybody reads of the blog."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from alongside.foundation.history.keeping import kept
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.search.queries import public_keys
from alongside.learning.blog.models import Author, Post, PostAuthor, PostTopic, Prose, Series, Topic
from alongside.learning.blog.queries.searchable import KIND

LOOKED_AT = 60  # links between posts and topics
OPEN = (Place.State.ACTIVE, Place.State.LEAVING)
# What a list shows; the text and what Wagtail keeps of a page stay where they are.
IN_LISTS = (
    "title", "slug", "introduction", "dated_on", "language", "part", "is_invented", "picture_says", "origin_name",
    "place__slug", "place__name", "place__is_example", "series__name", "series__slug",
    "picture__file", "picture__width", "picture__height", "picture__credit", "picture__file_hash",
    "picture__focal_point_x", "picture__focal_point_y", "picture__focal_point_width",
    "picture__focal_point_height",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for; empty where everything is welcome."""

    topic: str = ""
    series: str = ""
    author: str = ""
    place: str = ""
    year: str = ""
    words: str = ""

    def narrowed(self, posts: "QuerySet[Post]") -> "QuerySet[Post]":
        """Return the posts that fit all of it."""
        exactly = {
            "filed_under__topic__slug": self.topic,
            "series__slug": self.series,
            "written_by__author__slug": self.author,
            "place__slug": self.place,
            "dated_on__year": self.year,
        }
        for field, value in exactly.items():
            if value:
                posts = posts.filter(**{field: value})
        if self.words:
            posts = posts.filter(pk__in=public_keys(self.words, KIND))
        # One may be filed twice under topics of one name, by two nations.
        return posts.distinct() if self.topic or self.author else posts


def shown_posts() -> "QuerySet[Post]":
    """Return every post that everybody reads, the newest first, as lists show them."""
    return (
        Post.objects.live()
        .filter(place__state__in=OPEN)
        .select_related("place", "series", "picture")
        .prefetch_related(_written_by())
        .only(*IN_LISTS)
        .order_by("-dated_on", "-pk")
    )


def keys_of_posts(asked: Asked) -> list[int]:
    """Return the keys of all posts that fit, the newest first, for whoever shows a page of them.

    Worked out anew as soon as anything changed; else one query.
    """
    return kept("posts of the blog", asked, make=lambda: _keys(asked))


def _keys(asked: Asked) -> list[int]:
    posts = asked.narrowed(Post.objects.live().filter(place__state__in=OPEN))
    return list(posts.order_by("-dated_on", "-pk").values_list("pk", flat=True))


def posts_with(keys: Sequence[int]) -> list[Post]:
    """Return the posts with these keys, in their order."""
    found = {one.pk: one for one in shown_posts().filter(pk__in=keys)}
    return [found[pk] for pk in keys if pk in found]


def _written_by() -> Prefetch:
    return Prefetch("written_by", PostAuthor.objects.select_related("author").order_by("pk"))


def filed_under() -> Prefetch:
    """The topics of posts, for whoever shows them, in one query."""
    filed = PostTopic.objects.select_related("topic").order_by("topic__name")
    return Prefetch("filed_under", filed)


def post_at(place: str, slug: str) -> Post | None:
    """Return a post that everybody reads, with all that its page shows."""
    post = _post_at.first(place=place, slug=slug)
    if post is not None:
        prefetch_related_objects([post], _written_by(), filed_under())
    return post


@prepared
def _post_at() -> "QuerySet[Post]":
    posts = Post.objects.live().filter(
        place__state__in=OPEN, place__slug=Given("place"), slug=Given("slug")
    )
    return posts.select_related("place", "series", "picture")[:1]


def prose_at(place: str, slug: str) -> Prose | None:
    """Return a prose page that everybody reads."""
    pages = Prose.objects.live().filter(place__state__in=OPEN, place__slug=place, slug=slug)
    return pages.select_related("place").first()


def related_posts(post: Post, *, most: int = 3) -> Sequence[Post]:
    """Return posts that share most topics with this one, of the newest that share any."""
    topics = [filed.topic_id for filed in post.filed_under.all()]
    sharing = PostTopic.objects.filter(topic__in=topics, post__live=True).exclude(post=post.pk)
    newest = sharing.order_by("-post__dated_on", "-post").values_list("post", flat=True)[:LOOKED_AT]
    # Those that share more stand more often in the list; of equals the newer one comes first.
    return posts_with([pk for pk, _count in Counter(newest).most_common(most)])


@dataclass(frozen=True, slots=True)
class Part:
    """A post among those of its series."""

    pk: int
    title: str
    public_path: str


def rest_of_series(post: Post) -> list[Part]:
    """Return the posts of this one's series, in their order, this one among them.

    Worked out anew as soon as anything changed; else one query.
    """
    if not post.series_id:
        return []
    parts = Post.objects.live().filter(series=post.series_id).select_related("place")
    told = parts.only("title", "slug", "part", "dated_on", "place__slug")
    ordered = told.order_by("part", "dated_on", "pk")
    return kept(
        "rest of a series",
        post.series_id,
        make=lambda: [Part(one.pk, one.title, one.public_path) for one in ordered],
    )


def choices_to_filter_by() -> dict[str, list[tuple[str, str]]]:
    """Return what there is to choose from, each only where a post stands under it.

    Read anew as soon as anything changed, in five queries over all posts; else one.
    """
    return kept("choices of the blog", make=_choices)


def _choices() -> dict[str, list[tuple[str, str]]]:
    live = Post.objects.live().filter(place__state__in=OPEN)

    def names(model: Any, posts: Any) -> list[tuple[str, str]]:
        rows = model.objects.unscoped(reason="filters over what everybody reads")
        rows = rows.filter(pk__in=posts).order_by("name").values_list("slug", "name")
        return list(dict(rows).items())

    places = Place.objects.filter(pk__in=live.values("place")).order_by("name")
    years = live.order_by("-dated_on__year").values_list("dated_on__year", flat=True).distinct()
    return {
        "topic": names(Topic, PostTopic.objects.filter(post__in=live).values("topic")),
        "series": names(Series, live.exclude(series=None).values("series")),
        "author": names(Author, PostAuthor.objects.filter(post__in=live).values("author")),
        "place": list(places.values_list("slug", "name")),
        "year": [(str(year), str(year)) for year in years],
    }


def described(asked: Asked) -> Author | Series | None:
    """Return whom or what a list is about, where it is about one that tells of itself."""
    for model, slug in ((Author, asked.author), (Series, asked.series)):
        if slug:
            found = model.objects.unscoped(reason="credits and series of posts are public")
            return found.filter(slug=slug).exclude(about="").first()
    return None
