"""Reads of coaching for whole partnerships, for the nation that arranges it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.coaching.models import Pairing


@dataclass(frozen=True, slots=True)
class Coached:
    """A partnership with its associate: since when, and how much of its plan is done."""

    partnership: Place
    coach: Person
    since: datetime
    action_count: int
    done_count: int
    look_back_count: int


def partnerships_of(nation: Place) -> list[Place]:
    """Return the partnerships of a nation that can be coached, by name."""
    active = nation.partnerships.filter(state=Place.State.ACTIVE)
    return list(active.order_by("name"))


def coached_partnerships(nation: Place) -> list[Coached]:
    """Return the partnerships that are coached, with numbers and never with words. One query."""
    pairings = Pairing.objects.unscoped(reason="the nation knows whom its associates coach")
    running = pairings.filter(
        ended_at=None, plan__person=None, plan__left_at=None, place__nation=nation
    )
    counted = running.annotate(
        action_count=Count("plan__planned", distinct=True),
        done_count=Count(
            "plan__planned",
            filter=Q(plan__planned__commitment__state=Commitment.State.DONE),
            distinct=True,
        ),
        look_back_count=Count("plan__look_backs", distinct=True),
    )
    return [
        Coached(
            one.place,
            one.coach,
            one.began_at,
            one.action_count,
            one.done_count,
            one.look_back_count,
        )
        for one in counted.select_related("place", "coach").order_by("place__name")
    ]
