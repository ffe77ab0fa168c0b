"""Tables: what was answered. Typed rows on the shared envelope (house, decision 5)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Service
from alongside.foundation.places.tenancy import TenantModel
from alongside.foundation.responses.models import Response


class Co(models.TextChoices):
    """The four Co's."""

    COMMISSION = "commission", _("co-commission")
    DESIGN = "design", _("co-design")
    DELIVER = "deliver", _("co-deliver")
    ASSESS = "assess", _("co-assess")


class CoAnswer(TenantModel):
    """How often one Co happens in one service, as one participant sees it."""

    class Code(models.TextChoices):
        NOWHERE = "0", _("nowhere")
        ONCE = "1", _("once or twice")
        POCKETS = "2", _("in pockets")
        OFTEN = "3", _("often")
        HOW_WE_WORK = "4", _("it is how we work")
        DONT_KNOW = "dk", _("don't know")
        NOT_OUR_ROLE = "na", _("not our role")

    class Say(models.TextChoices):
        TOLD = "told", _("told")
        ASKED = "asked", _("asked")
        TOGETHER = "together", _("together")
        PEOPLE_LEAD = "people_lead", _("people lead")

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="co_answers")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    co = models.CharField(max_length=12, choices=Co)
    code = models.CharField(max_length=2, choices=Code)
    say = models.CharField(max_length=12, choices=Say, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "service", "co"], name="map_it_one_answer_a_question"
            ),
            models.CheckConstraint(
                condition=Q(code__in=["0", "1", "2", "3", "4", "dk", "na"]),
                name="map_it_answer_is_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.co}: {self.code}"


class OnRecord(TenantModel):
    """A councillor's own choice, in a confidential map, to stand with their name (trust 30).

    Their answers are shown by name and are not counted. The row stays when its author is erased:
    without it their answers would enter the figures that were drawn without them.
    """

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="on_record")
    chosen_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"response {self.response_id} on the record"


class PracticeReport(TenantModel):
    """A member of staff says: we do this, with these people."""

    response = models.ForeignKey(
        Response, on_delete=models.CASCADE, related_name="practice_reports"
    )
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=40)  # key of a way of working in the instrument
    groups = models.JSONField(default=list)  # who takes part
    level = models.CharField(max_length=12, blank=True)  # individual, group, collective
    what_they_bring = models.CharField(max_length=200, blank=True)
    evidence_url = models.URLField(blank=True)
    wish_to_do_more = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "service", "way"], name="map_it_one_report_a_way"
            )
        ]

    def __str__(self) -> str:
        return f"{self.way} reported"


class FreeWord(TenantModel):
    """What somebody added in their own words. Released later, shuffled, after a person read it."""

    class State(models.TextChoices):
        HELD = "held", _("waiting to be read")
        RELEASED = "released", _("released")
        KEPT_BACK = "kept_back", _("kept back, with a reason")

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="free_word")
    text = models.TextField(max_length=2000)
    language = models.CharField(max_length=10, default="en-gb")
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    reason = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"words of response {self.response_id}"
