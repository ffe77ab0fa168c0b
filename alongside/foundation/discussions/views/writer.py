"""Who writes at this device: a member, a guest in the seat they have here, or somebody new."""

from django.http import HttpRequest

from alongside.foundation.consent.models import Activity
from alongside.foundation.discussions.actions.saying import ACTIVITY, person_who_writes
from alongside.foundation.discussions.models import Author
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.seats import seat_of_cookies
from alongside.foundation.places.models import Place


def writer(request: HttpRequest, place: Place | None = None) -> Actor:
    """Return as whom somebody writes in a place, or in any."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.kind is ActorKind.PERSON and actor.persons:
        return actor
    seat = seat_of_cookies(request.COOKIES)
    if seat is None or (place is not None and seat.place_id != place.pk):
        return actor
    activities = Activity.objects.in_place(seat.place).filter(pk=seat.activity_id)
    return actor_of_seat(seat) if activities.filter(kind=ACTIVITY).exists() else actor


def known_author(by: Actor, place: Place) -> Author | None:
    """Return the author that they have been before."""
    if by.kind is ActorKind.SEAT:
        return Author.objects.filter(seat=by.id).first()
    person_id = person_who_writes(by, place)
    return Author.objects.filter(person=person_id).first() if person_id else None
