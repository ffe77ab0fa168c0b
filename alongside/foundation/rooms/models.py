"""Tables: rooms with their door, and who came in through it."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class RoomQuerySet(TenantQuerySet["Room"]):
    """Words for finding rooms."""

    def visible_to(self, actor: Actor) -> Self:
        """Members see their place's rooms; a guest sees the one they sit in."""
        if actor.seat_activity is not None:
            return self.filter(activity_id=actor.seat_activity).narrowed()
        return super().visible_to(actor)

    def locked(self, room: "Room") -> "Room":
        """The room as it is now, held until the transaction ends."""
        return (
            self.select_for_update(of=("self",)).select_related("activity", "place").get(pk=room.pk)
        )

    def with_open_door(self, now: datetime) -> Self:
        return self.filter(door_closes_at__gt=now)


class Room(TenantModel):
    """Where one activity is asked, revealed and asked again.

    `turn` counts how often people were asked: the first turn is blind, a later one follows a
    discussion. `version` rises with every change that the big screen must learn of, `asked` with
    every change of what people answer, which phones look at anew.
    """

    class Stage(models.TextChoices):
        PREPARING = "preparing", _("being prepared")
        ASKING = "asking", _("people are answering")
        REVEALED = "revealed", _("revealed")
        ENDED = "ended", _("ended")

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="room")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.PREPARING)
    stage_since = models.DateTimeField(default=timezone.now)
    turn = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    asked = models.PositiveIntegerField(default=1)
    # By link, without a room: until when people may answer. The reveal stays a person's act.
    answers_until = models.DateTimeField(null=True, blank=True)
    # Heads in the room, counted by the facilitator: those without a phone are here too.
    heads = models.PositiveIntegerField(null=True, blank=True)
    # The door: only hashes of its code and link are kept, and only while it is open.
    door_number = models.PositiveIntegerField(default=0)
    door_opened_at = models.DateTimeField(null=True, blank=True)
    door_closes_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    link_hash = models.CharField(max_length=64, blank=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code_hash"], condition=~Q(code_hash=""), name="rooms_code_once"
            ),
            models.UniqueConstraint(
                fields=["link_hash"], condition=~Q(link_hash=""), name="rooms_link_once"
            ),
            models.CheckConstraint(
                condition=Q(code_hash="") | Q(door_closes_at__isnull=False),
                name="rooms_open_door_closes",
            ),
        ]

    def __str__(self) -> str:
        return f"room of activity {self.activity_id}"

    def door_is_open(self, now: datetime) -> bool:
        """Whether codes lead in. A door left open closes by itself."""
        return (
            bool(self.code_hash) and self.door_closes_at is not None and now < self.door_closes_at
        )


class Arrival(TenantModel):
    """Somebody came in through a door: counted beside the heads, and read by nobody."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="arrivals")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    door_number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room", "door_number", "participant"], name="rooms_arrival_once_a_door"
            )
        ]

    def __str__(self) -> str:
        return f"arrival {self.pk}"
