"""Tables: initiatives and the dated decisions from which their stage is read."""

from datetime import date
from typing import NamedTuple, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Service, Ward
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.practices.models import Practice


class Stage(models.TextChoices):
    """Where an initiative stands: the verdict of its latest decision."""

    EXISTING = "existing", _("happening already")
    CANDIDATE = "candidate", _("could be tried")
    TAKEN_ON = "taken_on", _("taken on")
    TRYING = "trying", _("being tried")
    BACK_BURNER = "back_burner", _("back burner")
    NOT_FORWARD = "not_forward", _("not taking forward")
    STOPPED = "stopped", _("stopped, and what we learned")


class Standing(NamedTuple):
    """Where an initiative stands, as far as boards and lists need to know."""

    slug: str
    origin: str
    stage: str
    stops_on: date | None
    title: str
    decided_on: date | None  # the day of its latest decision
    decision: int | None  # the number of that decision: the later of one day has the higher one


class InitiativeQuerySet(TenantQuerySet["Initiative"]):
    """Words for finding initiatives."""

    def with_stage(self) -> Self:
        """Add `stage`, `stops_on` and `budget_pence`, all from the latest decision."""
        latest = _latest_decision()
        return self.annotate(
            stage=Subquery(latest.values("verdict")[:1]),
            stops_on=Subquery(latest.values("stops_on")[:1]),
            budget_pence=Subquery(latest.values("budget_pence")[:1]),
        )

    def with_days(self) -> Self:
        """Add `decided_on`, `review_on` and the decision's number, from the latest decision."""
        latest = _latest_decision()
        return self.annotate(
            decided_on=Subquery(latest.values("on")[:1]),
            decision=Subquery(latest.values("pk")[:1]),
            review_on=Subquery(latest.values("review_on")[:1]),
        )

    def with_places(self, ward: object) -> Self:
        """Add `is_here`, placed in this ward by name, and `is_everywhere`, placed in none."""
        everybodys = InitiativeWard.objects.unscoped(reason="subquery of a scoped query")
        placed = everybodys.filter(initiative=OuterRef("pk"))
        return self.annotate(
            is_here=Exists(placed.filter(ward=ward)), is_everywhere=~Exists(placed)
        )

    def at(self, *stages: Stage) -> Self:
        return self.with_stage().filter(stage__in=stages)

    def everywhere(self) -> Self:
        """What is placed in no ward by name."""
        return self.filter(wards__isnull=True)

    def stopping_by(self, day: date) -> Self:
        """What is being tried and stops by that day, the first to stop first."""
        return self.at(Stage.TRYING).filter(stops_on__lte=day).order_by("stops_on")

    def standing(
        self,
    ) -> models.QuerySet[
        "Initiative", tuple[str, str, str, date | None, str, date | None, int | None]
    ]:
        """The fields of `Standing` of each."""
        latest = _latest_decision()
        found = self.with_stage().annotate(
            decided_on=Subquery(latest.values("on")[:1]), decision=Subquery(latest.values("pk")[:1])
        )
        return found.order_by().values_list(
            "slug", "origin", "stage", "stops_on", "title", "decided_on", "decision"
        )


def _latest_decision() -> "models.QuerySet[Decision]":
    everybodys = Decision.objects.unscoped(reason="subquery of a scoped query")
    return everybodys.filter(initiative=OuterRef("pk")).order_by("-on", "-pk")


class Initiative(TenantModel):
    """One way in which people and services do something together."""

    class Co(models.TextChoices):
        COMMISSION = "commission", _("co-commission")
        DESIGN = "design", _("co-design")
        DELIVER = "deliver", _("co-deliver")
        ASSESS = "assess", _("co-assess")

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=160)
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="initiatives"
    )
    co = models.CharField(max_length=12, choices=Co)
    approach = models.CharField(max_length=60, blank=True)
    what_happens = models.TextField(blank=True)
    groups = models.JSONField(default=list)  # who takes part: keys of groups
    level = models.CharField(max_length=12, blank=True)  # individual, group, collective
    # Shown on its page from the start (people, cost, change, quotation).
    people_count = models.PositiveIntegerField(null=True, blank=True)
    cost_pence = models.PositiveBigIntegerField(null=True, blank=True)
    cost_note = models.CharField(max_length=200, blank=True)
    what_changed = models.TextField(blank=True)
    quotation = models.TextField(blank=True)
    quoted_who = models.CharField(max_length=120, blank=True)
    quotation_agreed = models.BooleanField(default=False)
    evidence_url = models.URLField(blank=True)
    is_public = models.BooleanField(default=False)
    # Where it came from: a key of the round that found it, so that finding twice makes one.
    origin = models.CharField(max_length=160, blank=True)
    # Where it happens: in these wards, or, with none named, everywhere in the partnership.
    wards = models.ManyToManyField(Ward, through="InitiativeWard", related_name="initiatives")
    practices = models.ManyToManyField(Practice, related_name="initiatives", blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="initiatives_slug_once"),
            models.UniqueConstraint(
                fields=["place", "origin"], condition=~Q(origin=""), name="initiatives_found_once"
            ),
            models.CheckConstraint(
                condition=Q(quotation="") | Q(quotation_agreed=True) | Q(is_public=False),
                name="initiatives_public_quotation_was_agreed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class InitiativeWard(TenantModel):
    """A ward in which an initiative happens."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "ward"], name="initiatives_ward_once")
        ]

    def __str__(self) -> str:
        return f"initiative {self.initiative_id} in ward {self.ward_id}"


class Decision(TenantModel):
    """A dated verdict on an initiative, by named people, with its reason."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=12, choices=Stage)
    on = models.DateField(default=timezone.localdate)
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    dissent = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    # For what is being tried: the question, the money, and the day it stops.
    question = models.TextField(blank=True)
    budget_pence = models.PositiveBigIntegerField(null=True, blank=True)
    stops_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.verdict} on {self.on}"
