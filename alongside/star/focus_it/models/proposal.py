"""Table: what residents propose, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Participant
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.tenancy import TenantModel


class Proposal(TenantModel):
    """Something a resident would like to be done together, with a day on which they hear back."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for an answer")
        LISTED = "listed", _("on the list of what could be tried")
        DECLINED = "declined", _("not taken up")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="proposals")
    submission_key = models.UUIDField(unique=True)
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    who_gains = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    initiative = models.OneToOneField(
        Initiative, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposal"
    )

    class Meta:
        ordering = ["answer_by", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(answered_at__isnull=False),
                name="focus_it_proposal_was_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""),
                name="focus_it_declined_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title
