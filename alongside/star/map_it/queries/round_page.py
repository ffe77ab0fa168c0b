"""What a lead sees of a running map: who answered of how many, never what."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.db.models import Count, Q
from django.utils import timezone

from alongside.foundation.disclosure.models import Release
from alongside.foundation.jobs.models import Job
from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import AS_IT_WAS


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """How many of a group answered, of how many asked."""

    group: str
    answered: int
    asked: int | None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The state of a round, for its page."""

    services: tuple[str, ...]
    groups: tuple[GroupFacts, ...]
    begun: int
    unconfirmed: int
    release: Release | None
    job: Job | None
    is_over: bool

    @property
    def is_answered(self) -> bool:
        """Whether anybody has begun to answer, so that the map can't be discarded."""
        return bool(self.begun or self.answered or self.unconfirmed or self.release)

    @property
    def as_it_was(self) -> str:
        """Why the last drawing gave no new Star: nothing new, or too little; nothing if it did."""
        done = self.job is not None and self.job.state == Job.State.DONE
        query = urlsplit(self.job.result_url).query if self.job and done else ""
        return parse_qs(query).get(AS_IT_WAS, [""])[0]

    @property
    def answered(self) -> int:
        return sum(group.answered for group in self.groups)


def rounds_of(place: Place) -> list[Round]:
    """Return a place's maps, newest first, each with `answers`: how many were sent. One query."""
    sent = Count(
        "activity__responses",
        filter=Q(
            activity__responses__state=Response.State.SUBMITTED,
            activity__responses__group_confirmed=True,
        ),
    )
    return list(Round.objects.in_place(place).newest_first().annotate(answers=sent))


def round_facts(round_: Round) -> RoundFacts:
    """Return what the page of a round says. Five queries, however many answers."""
    counts = _counts(round_)
    answered = {row["group"]: row["answered"] for row in counts}
    asked = {one.group: one.people_count for one in round_.asked.all()}
    return RoundFacts(
        services=tuple(
            Service.objects.in_place(round_.place)
            .filter(pk__in=round_.round_services.values("service"))
            .values_list("name", flat=True)
        ),
        groups=tuple(
            GroupFacts(group, answered.get(group, 0), asked.get(group)) for group in Group.values
        ),
        begun=sum(row["begun"] for row in counts),
        unconfirmed=sum(row["unconfirmed"] for row in counts),
        release=Release.objects.in_place(round_.place)
        .filter(activity=round_.activity_id)
        .defer("bundle")
        .order_by("-number")
        .first(),
        job=Job.objects.in_place(round_.place)
        .filter(key=f"draw_star:{round_.pk}")
        .order_by("-asked_at")
        .first(),
        is_over=round_.closes_at <= timezone.now(),
    )


def _counts(round_: Round) -> list[Any]:
    """How many of each group answered, began, or are kept outside. One query."""
    sent = Q(state=Response.State.SUBMITTED)
    return list(
        Response.objects.in_place(round_.place)
        .filter(activity=round_.activity_id)
        .order_by()
        .values("group")
        .annotate(
            answered=Count("pk", filter=sent & Q(group_confirmed=True)),
            unconfirmed=Count("pk", filter=sent & Q(group_confirmed=False)),
            begun=Count("pk", filter=Q(state=Response.State.DRAFT)),
        )
    )
