"""The directory, circles, what newcomers have done, and what was reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from alongside.foundation.discussions.models import Comment
from alongside.learning.network.here import Here
from alongside.learning.network.models import Circle, Joining, Profile, Report


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


def profile_at(here: Here, short_name: str) -> Profile | None:
    """Return somebody in the directory."""
    return profiles_in(here).filter(short_name=short_name).first()


def own_profile(here: Here) -> Profile | None:
    """Return what the reader told of themselves."""
    return Profile.objects.in_place(here.nation).filter(author=here.author).first()


def _joined(here: Here) -> QuerySet[Joining]:
    everybodys = Joining.objects.unscoped(reason="a subquery of circles that the reader may see")
    return everybodys.filter(author=here.author, circle=OuterRef("pk"))


def circles_for(here: Here) -> list[Circle]:
    """Return the circles that the reader may look into, with `joined_count` and `is_mine`."""
    circles = Circle.objects.in_places(here.places).select_related("place")
    told = circles.annotate(joined_count=Count("joinings"), is_mine=Exists(_joined(here)))
    return list(told.order_by("is_space", "name"))


def circle_at(here: Here, slug: str) -> Circle | None:
    """Return one circle that the reader may look into."""
    circles = Circle.objects.in_places(here.places).select_related("place")
    return circles.annotate(is_mine=Exists(_joined(here))).filter(slug=slug).first()


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
        Circle.objects.in_places(here.places).filter(joinings__author=here.author).exists(),
        spoken.exists(),
    )


@dataclass(frozen=True, slots=True)
class Reported:
    """One comment with everything that people told of it."""

    comment: Comment
    reports: Sequence[Report]


def reported_in(here: Here) -> list[Reported]:
    """Return what was reported and nobody has looked at, the oldest first. One query."""
    told = Report.objects.waiting_in(here.looks_after).select_related(
        "comment__thread", "comment__place", "comment__author__person__place"
    )
    told = told.order_by("pk")[:200]
    by_comment: dict[int, list[Report]] = {}
    for report in told:
        by_comment.setdefault(report.comment_id, []).append(report)
    return [Reported(reports[0].comment, reports) for reports in by_comment.values()]


def comment_reported(here: Here, public_id: UUID) -> Comment | None:
    """Return a comment that was reported where somebody moderates."""
    waiting = Report.objects.waiting_in(here.looks_after).filter(comment__public_id=public_id)
    report = waiting.select_related("comment__place", "comment__author").first()
    return report.comment if report else None
