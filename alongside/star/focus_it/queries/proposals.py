"""Reads of what residents propose."""

from uuid import UUID

from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Seat
from alongside.foundation.places.models import Place
from alongside.star.focus_it.models import Proposal


def proposals_of(place: Place, *, seat: Seat | None, by: Actor) -> list[Proposal]:
    """Return what this guest or member has proposed here, the newest first."""
    mine = Proposal.objects.in_place(place)
    if seat is not None:
        mine = mine.filter(participant__seat=seat)
    elif (person := by.persons.get(place.pk)) is not None:
        mine = mine.filter(participant__person=person)
    else:
        return []
    return list(mine.select_related("initiative").order_by("-pk"))


def waiting_proposals(place: Place) -> list[Proposal]:
    """Return what waits for an answer, the first due first."""
    waiting = Proposal.objects.in_place(place).filter(state=Proposal.State.WAITING)
    return list(waiting.order_by("answer_by", "pk"))


def answered_proposals(place: Place, *, limit: int = 50) -> list[Proposal]:
    """Return what was answered last."""
    answered = Proposal.objects.in_place(place).exclude(state=Proposal.State.WAITING)
    return list(answered.select_related("initiative").order_by("-answered_at")[:limit])


def find_proposal(place: Place, key: UUID) -> Proposal | None:
    """Return a proposal of a place that the caller was let into."""
    found = Proposal.objects.in_place(place).filter(submission_key=key)
    proposal = found.select_related("initiative").first()
    if proposal is not None:
        proposal.place = place
    return proposal


def waiting_count(place: Place) -> tuple[int, int]:
    """Return how many proposals wait, and how many of them too long. One query."""
    waiting = Proposal.objects.in_place(place).filter(state=Proposal.State.WAITING)
    days = list(waiting.values_list("answer_by", flat=True))
    return len(days), sum(day < timezone.localdate() for day in days)
