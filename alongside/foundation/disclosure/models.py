"""Table: releases, frozen by the database."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models.fields.json import KeyTransform
from django.utils import timezone

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.triggers import Trigger
from alongside.foundation.places.tenancy import TenantModel


class FiguresField(models.JSONField):
    """JSON that is never changed once it is stored: what was read before isn't parsed again.

    Everybody who reads the same text is given the same object. Nobody writes into it.
    """

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if isinstance(value, str) and not isinstance(expression, KeyTransform):
            return _parsed(value)
        return super().from_db_value(value, expression, connection)


@lru_cache(maxsize=16)
def _parsed(text: str) -> Any:
    return json.loads(text)


class Release(TenantModel):
    """One frozen set of figures. A later one follows it; nothing is ever changed in place.

    `bundle` is the protected result, ready to be shown. `inputs_hash`, `engine_versions` and
    `seed` say what it was made from, so that it can be made again and compared.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="releases")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)
    answers_as_of = models.DateTimeField()
    is_provisional = models.BooleanField(default=False)
    bundle = FiguresField()
    digest = models.CharField(max_length=64)
    inputs_hash = models.CharField(max_length=64)
    engine_versions = models.JSONField(default=dict)
    seed = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "kind", "number"], name="disclosure_release_number_once"
            )
        ]

    @classmethod
    def database_triggers(cls) -> Iterator[Trigger]:
        """A release is never changed, besides lying in its activity's place."""
        yield from super().database_triggers()
        yield Trigger(
            "disclosure_release_is_frozen",
            "disclosure_release",
            "UPDATE",
            "OLD.digest <> NEW.digest OR OLD.activity_id <> NEW.activity_id",
            "a release is frozen",
        )

    def __str__(self) -> str:
        return f"{self.kind} release {self.number}"
