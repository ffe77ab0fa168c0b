"""Table: packs, as they were made for a meeting."""

import uuid

from django.db import models
from django.utils import timezone

from alongside.foundation.places.tenancy import TenantModel


class Pack(TenantModel):
    """What a board or committee is given to read: frozen as it was made, as a page and as a PDF."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=200)
    paper = models.JSONField()  # what `files.papers` shows and prints
    pdf = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.title
