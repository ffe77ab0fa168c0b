"""Table: what can be found."""

from django.db import models
from django.utils import timezone

from alongside.foundation.places.tenancy import TenantModel


class SearchRow(TenantModel):
    """One thing that can be found: its words, and where it is read.

    `public_path` is where everybody reads it; empty where only members may. `inside_path` is where
    members read it. `{place}` in a path stands for the slug of its place. What a nation owns and
    `is_nationwide` is read in each of its partnerships; there it stands for theirs.
    """

    kind = models.SlugField(max_length=20)
    key = models.CharField(max_length=40)  # of the thing itself, among those of its kind
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    public_path = models.CharField(max_length=300, blank=True)
    inside_path = models.CharField(max_length=300, blank=True)
    is_nationwide = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_once")]

    def __str__(self) -> str:
        return self.title
