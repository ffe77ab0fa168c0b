"""Reads of bookings: one's own, who comes, how many."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.models import Seat


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many, in every standing. `came` holds those without a booking too."""

    booked: int
    offered: int
    waiting: int
    cancelled: int
    came: int
    walked_in: int
    stayed_away: int


def booking_of(gathering: Gathering, *, by: Actor, held: Collection[UUID] = ()) -> Booking | None:
    """Return the booking that is this actor's: from the seat, from the device, or as a member.

    One that stands comes before one that is over, and a later one before an earlier.
    """
    whose = Q(public_id__in=list(held))
    if by.kind is ActorKind.SEAT and by.seat_activity == gathering.activity_id:
        whose |= Q(participant__seat_id=by.id)
    if person := by.persons.get(gathering.place_id):
        whose |= Q(participant__person_id=person)
    mine = Booking.objects.in_place(gathering.place).filter(whose, gathering=gathering)
    found = list(mine.select_related("contact", "feedback").order_by("-number"))
    for booking in found:
        booking.gathering = gathering
    standing = [b for b in found if b.state in Booking.STANDS]
    return next(iter(standing or found), None)


def booking_of_seat(gathering: Gathering, seat: Seat) -> Booking | None:
    """Return the booking that three words lead to, if it is for this gathering."""
    mine = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    booking = mine.filter(participant__seat=seat).order_by("-number").first()
    if booking is not None:
        booking.gathering = gathering
    return booking


def people_of(gathering: Gathering, *, waiting: bool = False) -> QuerySet[Booking]:
    """Return who comes, by name; or who waits, the next first. With what they need."""
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    shown = bookings.select_related("contact", "needs")
    if waiting:
        return shown.filter(state=Booking.State.WAITING).order_by("number")
    gone = (Booking.State.WAITING, Booking.State.CANCELLED, Booking.State.LAPSED)
    return shown.exclude(state__in=gone).order_by(Lower("contact__name"), "number")


def people_to_ring(gathering: Gathering) -> list[Notification]:
    """Return what those are to hear whom no letter reaches, the longest due first."""
    untold = (
        Notification.objects.in_place(gathering.place)
        .filter(
            booking__gathering=gathering,
            told_at__isnull=True,
            what__in=Notification.RUNG_ABOUT,
        )
        .filter(Q(booking__contact__email="") | Q(failed_count__gte=Notification.TRIES))
    )
    return list(untold.select_related("booking__contact").order_by("made_at", "pk")[:100])


def booking_in(gathering: Gathering, public_id: UUID) -> Booking | None:
    """Return one booking of a gathering, for those who prepare it."""
    found = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    booking = found.filter(public_id=public_id).first()
    if booking is not None:
        booking.gathering = gathering
    return booking


def numbers_of(gathering: Gathering) -> Numbers:
    """Return how many booked, wait, came. One query."""
    states = Booking.State
    counted = {
        "booked": Q(state=states.BOOKED),
        "offered": Q(state=states.OFFERED),
        "waiting": Q(state=states.WAITING),
        "cancelled": Q(state=states.CANCELLED),
        "came": Q(came_at__isnull=False),
        "walked_in": Q(state=states.WALK_IN),
        "stayed_away": Q(state=states.BOOKED, came_at__isnull=True),
    }
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    return Numbers(
        **bookings.aggregate(**{name: Count("pk", filter=which) for name, which in counted.items()})
    )


def ahead_of(booking: Booking) -> int:
    """Return how many wait before this one."""
    bookings = Booking.objects.in_place(booking.gathering.place).filter(
        gathering=booking.gathering, state=Booking.State.WAITING
    )
    return bookings.filter(number__lt=booking.number).count()
