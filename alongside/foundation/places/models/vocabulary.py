"""Table: a place's own words."""

from django.db import models

from alongside.foundation.places.tenancy import TenantModel


class Term(TenantModel):
    """One word that a place chose, with its named forms, in one language.

    `forms` holds exactly the forms that the default vocabulary names for this key, so that a
    sentence never asks for one that isn't there.
    """

    language = models.CharField(max_length=10)
    key = models.CharField(max_length=40)
    forms = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "language", "key"], name="places_term_once_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"
