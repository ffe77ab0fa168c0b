"""Reads of commitments: one's own, one by its address, and what falls due."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.commitments.models import CommitmentQuerySet as Commitments
from alongside.foundation.history.actor import Actor

SOON = timedelta(days=7)
# Whoever was told this long ago that something is late isn't told again.
LONG_AGO = timedelta(days=30)


def own_commitments(by: Actor) -> Commitments:
    """Return what the actor has promised, in all their places, with how much shows it."""
    rows: Commitments = Commitment.objects.visible_to(by)
    own = rows.filter(owner__in=list(by.persons.values()))
    return own.annotate(evidence_count=Count("evidence")).select_related("place")


def commitment_at(by: Actor, public_id: UUID) -> Commitment | None:
    """Return the commitment at an address, if the actor may read it."""
    rows = Commitment.objects.visible_to(by).filter(public_id=public_id)
    return rows.select_related("place", "owner").first()


def page_of(commitment: Commitment) -> str:
    """The path of the page on which its owner keeps it."""
    return reverse("commitments:page", args=[commitment.public_id])


def due_soon_or_late() -> Commitments:
    """Return what is due within a week, or was due and isn't done; the sweep over all places."""
    today = timezone.localdate()
    rows: Commitments = Commitment.objects.unscoped(reason="a sweep over all places")
    due = rows.running().filter(due_on__lte=today + SOON, due_on__gt=today - LONG_AGO)
    return due.select_related("owner__place", "place")
