"""Tables: who was told of a map and when; what members reply before a Star is shared."""

from django.db import models
from django.utils import timezone

from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel
from alongside.star.map_it.models.round import Round


class Reminder(TenantModel):
    """Somebody was told of a map: 0 when it opened, then reminder 1, 2, ... Each once.

    `NO_MORE` stands for the wish to get none.
    """

    NO_MORE = 99

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person", "number"], name="map_it_reminded_once"
            )
        ]

    def __str__(self) -> str:
        return f"reminder {self.number} of round {self.round_id}"


class Reply(TenantModel):
    """What a member replies to a preview, before a Star is shared (experience 13)."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=1000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="map_it_one_reply_a_person")
        ]

    def __str__(self) -> str:
        return f"reply to round {self.round_id}"
