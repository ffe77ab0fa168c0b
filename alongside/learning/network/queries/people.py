"""The directory, circles, what newcomers have done, and what was reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from alongside.foundation.discussions.models import Comment
from alongside.learning.network.here import Here
from alongside.learning.network.models import Circle, Joining, Profile, Report, Topic


def profiles_in(here: Here, words: str = "") -> QuerySet[Profile]:
    """Return who is in the directory, by name; with words, who told of them."""
    profiles = Profile.objects.in_place(here.nation).select_related("author__person__place")
    for word in words.split()[:6]:
        profiles = profiles.filter(
            Q(author__name__icontains=word)
            | Q(who_i_am__icontains=word)
            | Q(can_help_with__icontains=word)
            | Q(looking_for__icontains=word)
            | Q(author__person__place__name__icontains=word)
        )
    return profiles.order_by("author__name", "pk")


def profile_at(here: Here, handle: str) -> Profile | None:
    """Return somebody in the directory."""
    return profiles_in(here).filter(handle=handle).first()


def own_profile(here: Here) -> Profile | None:
    """Return what the reader told of themselves."""
    return Profile.objects.in_place(here.nation).filter(author=here.author).first()


def circles_for(here: Here) -> list[Circle]:
    """Return the circles that the reader may look into, with `joined_count` and `is_mine`."""
    mine = Joining.objects.in_place(here.nation).filter(author=here.author, circle=OuterRef("pk"))
    circles = Circle.objects.in_place(here.nation).open_to(here.partnerships)
    told = circles.annotate(joined_count=Count("joinings"), is_mine=Exists(mine))
    return list(told.order_by("partnership", "name"))


def circle_at(here: Here, slug: str) -> Circle | None:
    """Return one circle that the reader may look into."""
    mine = Joining.objects.in_place(here.nation).filter(author=here.author, circle=OuterRef("pk"))
    circles = Circle.objects.in_place(here.nation).open_to(here.partnerships)
    return circles.annotate(is_mine=Exists(mine)).filter(slug=slug).first()


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a newcomer has done of three first steps."""

    has_profile: bool
    has_joined: bool
    has_spoken: bool

    @property
    def is_done(self) -> bool:
        return self.has_profile and self.has_joined and self.has_spoken


def welcome_of(here: Here) -> Welcome:
    """Return how far somebody has come in the network. Three queries."""
    spoken = Comment.objects.in_place(here.nation).filter(author=here.author)
    return Welcome(
        Profile.objects.in_place(here.nation).filter(author=here.author).exists(),
        Joining.objects.in_place(here.nation).filter(author=here.author).exists(),
        spoken.exists(),
    )


@dataclass(frozen=True, slots=True)
class Reported:
    """One comment with everything that people told of it."""

    comment: Comment
    reports: Sequence[Report]


def reported_in(here: Here) -> list[Reported]:
    """Return what was reported and nobody has looked at, the oldest first. One query."""
    open_ones = Report.objects.in_place(here.nation).filter(settled_at=None)
    told = open_ones.select_related("comment__thread", "comment__author__person__place")
    by_comment: dict[int, list[Report]] = {}
    for report in told.order_by("pk")[:200]:
        by_comment.setdefault(report.comment_id, []).append(report)
    return [Reported(reports[0].comment, reports) for reports in by_comment.values()]


def comment_reported(here: Here, public_id: UUID) -> Comment | None:
    """Return a comment of the network that was reported."""
    comments = Comment.objects.in_place(here.nation).select_related("place", "author")
    return comments.filter(public_id=public_id).first()


def offers_and_asks_open(here: Here) -> int:
    """Return how many asks and offers wait for somebody."""
    kinds = list(Topic.OPPOSITES)
    topics = Topic.objects.in_place(here.nation).readable(here.partnerships)
    return topics.filter(kind__in=kinds, settled_at=None).count()
