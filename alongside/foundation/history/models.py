"""Table: events. See `triggers` for why a row can't be changed."""

from django.db import models

from alongside.foundation.history.triggers import Trigger


class EventQuerySet(models.QuerySet["Event"]):
    """Words for reading history."""

    def in_place(self, place_id: int) -> "EventQuerySet":
        """Events of one place, newest first."""
        return self.filter(place_id=place_id).order_by("-pk")

    def about(self, kind: str, subject_id: int) -> "EventQuerySet":
        """Events about one thing."""
        return self.filter(subject_kind=kind, subject_id=subject_id)


class Event(models.Model):
    """Somebody did something to something. Ids are opaque on purpose: history outlives erasure."""

    at = models.DateTimeField(db_default=models.functions.Now())
    place_id = models.BigIntegerField(null=True)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.BigIntegerField(null=True)
    on_behalf_of = models.CharField(max_length=10, blank=True)
    channel = models.CharField(max_length=12)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField(null=True)
    changed_fields = models.JSONField(default=list)
    request_id = models.CharField(max_length=36, blank=True)

    objects = EventQuerySet.as_manager()
    database_triggers = (
        Trigger(
            "history_event_keeps", "history_event", "UPDATE", "TRUE", "history can't be changed"
        ),
        Trigger(
            "history_event_stays", "history_event", "DELETE", "TRUE", "history can't be deleted"
        ),
    )

    class Meta:
        indexes = [
            models.Index(fields=["place_id", "-id"], name="history_place_idx"),
            models.Index(fields=["subject_kind", "subject_id"], name="history_subject_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_id}"
