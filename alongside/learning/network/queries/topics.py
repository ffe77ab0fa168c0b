"""Topics: lists, one topic with what was said, and those that fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from alongside.foundation.discussions.models import Comment, CommentQuerySet
from alongside.learning.network.here import Here
from alongside.learning.network.mentions import mentioned_in
from alongside.learning.network.models import Block, Circle, Profile, Topic, TopicQuerySet

A_PAGE = 50


def topics_for(
    here: Here, *, kind: str = "", words: str = "", unanswered: bool = False
) -> TopicQuerySet:
    """Return what the reader may read, what was spoken of last first."""
    topics = Topic.objects.readable(here.places).with_counts()
    if kind:
        topics = topics.filter(kind=kind)
    if words:
        topics = topics.filter(Q(title__icontains=words) | Q(opening__text__icontains=words))
    if unanswered:
        topics = topics.filter(kind=Topic.Kind.QUESTION, accepted=None, settled_at=None)
    told = topics.select_related("opening__author__person__place", "circle")
    return told.order_by("-spoken_at", "-pk")


def topics_in(here: Here, circle: Circle) -> TopicQuerySet:
    """Return the topics of a circle."""
    return topics_for(here).filter(circle=circle)


def topic_at(here: Here | None, public_id: UUID) -> Topic | None:
    """Return one topic, as far as somebody may read it; without `here`, what is for everybody."""
    if here is None:
        topics = Topic.objects.unscoped(reason="what everybody may read").public()
    else:
        topics = Topic.objects.readable(here.places)
    told = topics.select_related(
        "opening__author__person__place", "thread", "circle", "place__nation"
    )
    return told.filter(public_id=public_id).first()


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said below a topic, and what its reader needs to know of its people."""

    comments: Sequence[Comment]
    blocked: frozenset[int]
    addresses: Mapping[str, str]  # of the profiles of those who are mentioned
    has_more: bool = False


def talk_below(topic: Topic, here: Here | None, page: int = 1) -> Talk:
    """Return what is shown below a topic, the oldest first. At most three queries."""
    start = A_PAGE * (page - 1)
    people = _shown(topic).select_related("author__person__place", "author__profile")
    told = list(people.order_by("pk")[start : start + A_PAGE + 1])
    shown, has_more = told[:A_PAGE], len(told) > A_PAGE
    if here is None:
        return Talk(shown, frozenset(), {}, has_more)
    names = {name for comment in shown for name in mentioned_in(comment.text)}
    known = Profile.objects.in_place(here.nation).filter(short_name__in=names) if names else []
    addresses = {p.short_name: reverse("network:profile", args=[p.short_name]) for p in known}
    return Talk(shown, blocked_by(here), addresses, has_more)


def last_page_of(topic: Topic) -> int:
    """Return on which page what was said last stands. One query."""
    return max(1, -(-_shown(topic).count() // A_PAGE))


def _shown(topic: Topic) -> CommentQuerySet:
    return Comment.objects.in_place(topic.place).shown().filter(thread=topic.thread)


def blocked_by(here: Here) -> frozenset[int]:
    """Return whom somebody doesn't want to read. One query."""
    blocks = Block.objects.in_place(here.nation).filter(author=here.author)
    return frozenset(blocks.values_list("blocked", flat=True))


def comment_in(topic: Topic, public_id: UUID) -> Comment | None:
    """Return one shown comment below a topic."""
    return (
        _shown(topic).select_related("author__person", "thread").filter(public_id=public_id).first()
    )
