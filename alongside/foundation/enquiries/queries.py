"""Reads of what people wrote to a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.members.models import Person
from alongside.foundation.members.queries import people_with
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import Place

A_PAGE = 50
ANSWERERS = [role.key for role in ROLES.values() if "enquiry.answer" in role.permissions]


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits, the first due first; suspects apart; and what was answered last."""

    waiting: Sequence[Enquiry]
    suspect: Sequence[Enquiry]
    answered: Sequence[Enquiry]


def desk_of(place: Place) -> Desk:
    """Return what people wrote to a place. Three queries."""
    here = Enquiry.objects.in_place(place)
    answered = here.answered().select_related("answered_by").order_by("-answered_on", "-pk")
    return Desk(
        list(here.waiting().order_by("answer_by", "pk")[: 4 * A_PAGE]),
        list(here.suspect().order_by("-pk")[:A_PAGE]),
        list(answered[:A_PAGE]),
    )


def enquiry_at(place: Place, public_id: UUID) -> Enquiry | None:
    """Return one enquiry of a place that the caller was let into."""
    found = Enquiry.objects.in_place(place).filter(public_id=public_id)
    return found.select_related("place", "answered_by").first()


def own_enquiry(public_id: UUID) -> Enquiry | None:
    """Return the enquiry whose number its author was given; nothing once its time is over."""
    everywhere = Enquiry.objects.unscoped(reason="the number, told to its author alone, says which")
    kept = everywhere.filter(public_id=public_id, kept_until__gt=timezone.now())
    return kept.select_related("place").first()


def answerers_of(place: Place) -> QuerySet[Person]:
    """Return whoever answers enquiries in a place today."""
    return people_with(place, ANSWERERS)
