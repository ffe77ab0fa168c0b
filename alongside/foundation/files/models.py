"""Table: imports that were uploaded and wait for a person to confirm them."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet

KEPT = timedelta(days=1)


def a_day_from_now() -> datetime:
    """Return when an import that nobody confirms is forgotten."""
    return timezone.now() + KEPT


class StagedImportQuerySet(TenantQuerySet["StagedImport"]):
    """Words for finding staged imports."""

    def visible_to(self, actor: Actor) -> Self:
        """Only those that the actor uploaded: others' unconfirmed files are nobody's business."""
        return (
            super().visible_to(actor).filter(person_id__in=list(actor.persons.values())).narrowed()
        )

    def waiting(self) -> Self:
        """Neither confirmed nor out of date."""
        return self.filter(confirmed_at__isnull=True, expires_at__gt=timezone.now())


class StagedImport(TenantModel):
    """The rows of an uploaded sheet between preview and confirmation, for a day at most.

    Kept on the server, so that confirming needs no script and no second upload. Once confirmed
    the rows are emptied; the entry stays until it expires, so that a double click counts once.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)  # key of the import spec
    file_name = models.CharField(max_length=200)
    headers = models.JSONField(default=list)
    rows = models.JSONField(default=list)  # pairs of row number and cells
    notices = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=a_day_from_now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = StagedImportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["place", "expires_at"], name="files_staged_idx")]

    def __str__(self) -> str:
        return f"{self.kind} from {self.file_name}"
