"""Tables: bookings, how to reach whoever booked, what they need, and what they are told."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models.gathering import Gathering
from alongside.foundation.places.tenancy import TenantModel


class Booking(TenantModel):
    """Somebody's place at a gathering, or on its waiting list in the order of `number`.

    It points to a participant; name and address stand apart and go earlier (trust 40).
    """

    class State(models.TextChoices):
        BOOKED = "booked", _("booked")
        WAITING = "waiting", _("on the waiting list")
        OFFERED = "offered", _("a place is kept for you")
        LAPSED = "lapsed", _("the place kept for you went to the next")
        CANCELLED = "cancelled", _("cancelled")
        WALK_IN = "walk_in", _("came without a booking")

    HOLDS_A_PLACE = (State.BOOKED, State.OFFERED)
    STANDS = (State.BOOKED, State.OFFERED, State.WAITING)

    class Channel(models.TextChoices):
        WEB = "web", _("on the web")
        PHONE = "phone", _("by telephone")
        PAPER = "paper", _("on paper")
        DOOR = "door", _("at the door")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="bookings")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="bookings")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_key = models.UUIDField(unique=True)
    payload_hash = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.WEB)
    photos_agreed = models.BooleanField(default=False)
    booked_at = models.DateTimeField(default=timezone.now)
    offered_until = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="gatherings_number_once"),
            models.UniqueConstraint(
                fields=["gathering", "participant"],
                condition=Q(state__in=("booked", "offered", "waiting")),
                name="gatherings_one_place_each",
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(offered_until__isnull=False),
                name="gatherings_offer_has_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["gathering", "state", "number"], name="gatherings_queue_idx")
        ]

    def __str__(self) -> str:
        return f"booking {self.number} of gathering {self.gathering_id}"


class BookingContact(TenantModel):
    """Who booked, and how to reach them; deleted 90 days after the gathering."""

    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="contact")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="gatherings_contact_has_a_name")
        ]

    def __str__(self) -> str:
        return f"contact of booking {self.booking_id}"


class Needs(TenantModel):
    """What somebody needs to take part, and to eat; deleted 30 days after the gathering."""

    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="needs")
    access = models.CharField(max_length=500, blank=True)
    diet = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"needs of booking {self.booking_id}"


class Notification(TenantModel):
    """Something that somebody who booked is to be told; kept in the transaction of what it tells.

    Each once: `number` tells the second offer from the first, the third change from the second.
    Whoever left no e-mail address is rung.
    """

    class What(models.TextChoices):
        BOOKED = "booked", _("You are booked")
        WAITING = "waiting", _("You are on the waiting list")
        OFFERED = "offered", _("A place is free for you")
        LAPSED = "lapsed", _("The place went to the next")
        CANCELLED = "cancelled", _("Your booking is cancelled")
        CHANGED = "changed", _("Something has changed")
        CALLED_OFF = "called_off", _("It doesn't take place")
        WEEK = "week", _("In a week")
        DAY = "day", _("Tomorrow")
        FEEDBACK = "feedback", _("How was it?")

    # Who has no e-mail address is rung about these.
    RUNG_ABOUT = (What.OFFERED, What.CHANGED, What.CALLED_OFF)

    # After so many times that the post refused a letter, somebody rings.
    TRIES = 5

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="notifications")
    what = models.CharField(max_length=10, choices=What)
    number = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    failed_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "what", "number"], name="gatherings_told_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["made_at"], condition=Q(told_at__isnull=True), name="gatherings_to_tell_idx"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} for booking {self.booking_id}"
