"""Tables: questionnaires, their versions, and what was answered."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.responses.models import Response


class QuestionnaireQuerySet(TenantQuerySet["Questionnaire"]):
    """Words for finding questionnaires."""

    def visible_to(self, actor: Actor) -> Self:
        """Members see their place's questionnaires; a guest sees the one they answer."""
        if actor.seat_activity is not None:
            return self.filter(activity_id=actor.seat_activity).narrowed()
        return super().visible_to(actor)

    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")


class Questionnaire(TenantModel):
    """Questions that people answer from one day to another.

    `minimum` is the smallest group whose answers are shown, fixed before the first answer.
    """

    class State(models.TextChoices):
        PREPARING = "preparing", _("being prepared")
        OPEN = "open", _("open")
        ENDED = "ended", _("closed")

    activity = models.OneToOneField(
        Activity, on_delete=models.PROTECT, related_name="questionnaire"
    )
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=140)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    grace_hours = models.PositiveSmallIntegerField(default=72)
    minimum = models.PositiveSmallIntegerField(default=5)
    made_at = models.DateTimeField(default=timezone.now)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="questionnaires_slug_once"),
            models.CheckConstraint(
                condition=Q(minimum__gte=5), name="questionnaires_minimum_protects"
            ),
            models.CheckConstraint(
                condition=Q(state="preparing") | Q(opens_at__isnull=False, closes_at__isnull=False),
                name="questionnaires_open_have_days",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Version(TenantModel):
    """What a questionnaire asks, as it stands. Frozen once somebody has begun to answer it."""

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    content = models.JSONField()  # `engines.questions.contents.as_document`
    digest = models.CharField(max_length=64)  # of the content
    made_at = models.DateTimeField(default=timezone.now)
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "number"], name="questionnaires_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.number} of questionnaire {self.questionnaire_id}"


class Answers(TenantModel):
    """What one participant answered, as one document in the shape of their version.

    `declined` holds the addresses of what they prefer not to say.
    """

    response = models.OneToOneField(
        Response, on_delete=models.CASCADE, related_name="questionnaire_answers"
    )
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="answers")
    document = models.JSONField(default=dict, blank=True)
    declined = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=10, default="en-gb")

    def __str__(self) -> str:
        return f"answers of response {self.response_id}"
