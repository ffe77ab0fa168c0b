"""Table: who wants new posts by email."""

from django.db import models

from alongside.foundation.places.tenancy import TenantModel


class Subscription(TenantModel):
    """An address that asked for a place's new posts; nothing is sent before it was confirmed."""

    email = models.EmailField(max_length=254)
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    sent_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "email"], name="blog_subscription_once")
        ]

    def __str__(self) -> str:
        return f"{self.place_id}: {self.pk}"
