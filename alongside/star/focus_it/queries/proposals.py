"""Reads of what residents propose."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Decision, Stage
from alongside.foundation.members.models import Seat
from alongside.foundation.places.models import Place
from alongside.star.focus_it.models import Proposal

SET_ASIDE = (Stage.BACK_BURNER, Stage.NOT_FORWARD, Stage.STOPPED)


@dataclass(frozen=True, slots=True)
class Followed:
    """A proposal with what was decided on it, once that happened."""

    proposal: Proposal
    decision: Decision | None

    @property
    def verdict(self) -> str:
        return str(Stage(self.decision.verdict).label) if self.decision else ""

    @property
    def why(self) -> str:
        """The reason, where it goes no further: that is what its author was promised."""
        is_over = self.decision is not None and self.decision.verdict in SET_ASIDE
        return self.decision.reason if self.decision is not None and is_over else ""


def _followed(proposal: Proposal) -> Followed:
    decisions = list(proposal.initiative.decisions.all()) if proposal.initiative else []
    is_open = not decisions or decisions[-1].verdict == Stage.CANDIDATE
    return Followed(proposal, None if is_open else decisions[-1])


def proposals_of(place: Place, *, seat: Seat | None, by: Actor) -> list[Followed]:
    """Return what this guest or member has proposed here, the newest first. Three queries."""
    mine = Proposal.objects.in_place(place)
    if seat is not None:
        mine = mine.filter(participant__seat=seat)
    elif (person := by.persons.get(place.pk)) is not None:
        mine = mine.filter(participant__person=person)
    else:
        return []
    told = mine.select_related("initiative").prefetch_related("initiative__decisions")
    return [_followed(proposal) for proposal in told.order_by("-pk")]


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
