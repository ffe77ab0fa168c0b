"""What may be done with gatherings and bookings, in which state, and by whom."""

from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place

State = Gathering.State

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.DRAFT, "publish"): State.PUBLISHED,
    (State.DRAFT, "cancel"): State.CANCELLED,
    (State.PUBLISHED, "cancel"): State.CANCELLED,
    (State.PUBLISHED, "hold"): State.HELD,
}

# The same for one booking.
BOOKINGS: dict[tuple[str, str], str] = {
    (Booking.State.WAITING, "offer"): Booking.State.OFFERED,
    (Booking.State.OFFERED, "confirm"): Booking.State.BOOKED,
    (Booking.State.OFFERED, "lapse"): Booking.State.LAPSED,
    (Booking.State.BOOKED, "cancel"): Booking.State.CANCELLED,
    (Booking.State.OFFERED, "cancel"): Booking.State.CANCELLED,
    (Booking.State.WAITING, "cancel"): Booking.State.CANCELLED,
}


def state_after(state: str, verb: str) -> str | None:
    """Return the state that the verb leads to from here, or nothing."""
    return TRANSITIONS.get((state, verb))


def booking_after(state: str, verb: str) -> str | None:
    """Return the state of a booking that the verb leads to from here, or nothing."""
    return BOOKINGS.get((state, verb))


def can_run_gatherings(actor: Actor, place: Place) -> bool:
    """Whether the actor may prepare gatherings of a place and see who comes."""
    return place.is_writable and actor.may("gathering.run", place.pk)


def can_run_gathering(actor: Actor, gathering: Gathering) -> bool:
    return can_run_gatherings(actor, gathering.place)


def can_attend_gathering(actor: Actor, gathering: Gathering) -> bool:
    """Whether the actor is among those whom a gathering is for."""
    if gathering.audience == Gathering.Audience.PUBLIC:
        return True
    ours = actor.place_ids
    nation = gathering.place.kind == Place.Kind.NATION
    return gathering.place_id in ours or (
        nation and gathering.place.partnerships.filter(pk__in=ours).exists()
    )
