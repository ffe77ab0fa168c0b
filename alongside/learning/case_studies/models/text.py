"""What a case study tells, as it is written and as it was published (method 1.4)."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.models import Initiative


class Evidence(models.TextChoices):
    """How one knows what changed. In this order: each can be checked better than the one before."""

    STORY = "story", _("what those who took part say")
    COUNTED = "counted", _("figures, before and after")
    COMPARED = "compared", _("set beside others, or what would have happened anyway")
    INDEPENDENT = "independent", _("somebody independent looked into it")


class Outcome(models.TextChoices):
    """What kind of thing changed, so that cases are found by it."""

    HEALTH = "health", _("health and wellbeing")
    INDEPENDENCE = "independence", _("living as one wants to")
    CONNECTED = "connected", _("fewer people alone")
    SAFETY = "safety", _("feeling safe")
    SKILLS = "skills", _("skills and confidence")
    SERVICE = "service", _("a service that works better")
    FAIRNESS = "fairness", _("reaching those who were left out")
    TRUST = "trust", _("trust between people and services")
    MONEY = "money", _("money saved or better spent")


class Scale(models.TextChoices):
    """How far it reaches; the words are those of the index of practice."""

    NEIGHBOURHOOD = "neighbourhood", _("a neighbourhood")
    SERVICE = "service", _("one service")
    COUNCIL = "council", _("a whole council area")
    NATIONAL = "national", _("more than one council area")


class Permission(models.TextChoices):
    """Whether the people in it may be read about."""

    NOBODY = "nobody", _("Nobody can be recognised in it")
    AGREED = "agreed", _("Everybody who can be recognised has read it and agreed")


class CaseText(models.Model):
    """The fields of a case, from its title to who may be named."""

    title = models.CharField(max_length=160)
    co = models.CharField(max_length=12, choices=Initiative.Co)
    also_cos = models.JSONField(default=list)
    approach = models.CharField(max_length=60, blank=True)
    also_approaches = models.JSONField(default=list)
    service_area = models.CharField(max_length=80, blank=True)
    where_in = models.CharField(max_length=120, blank=True)  # within the partnership
    groups = models.JSONField(default=list)  # who takes part: keys of groups
    people_count = models.PositiveIntegerField(null=True, blank=True)
    scale = models.CharField(max_length=40, choices=Scale, blank=True)
    introduction = models.TextField(blank=True)
    objectives = models.TextField(blank=True)
    leadership = models.TextField(blank=True)
    outcomes = models.TextField(blank=True)
    outcome_kinds = models.JSONField(default=list)
    indicators = models.JSONField(default=list)  # rows of what, before, after, how one knows
    evidence = models.CharField(max_length=12, choices=Evidence, blank=True)
    evidence_note = models.CharField(max_length=300, blank=True)
    cost_pence = models.PositiveBigIntegerField(null=True, blank=True)
    cost_note = models.CharField(max_length=300, blank=True)
    saving_pence = models.PositiveBigIntegerField(null=True, blank=True)
    saving_note = models.CharField(max_length=300, blank=True)
    learning = models.TextField(blank=True)
    did_not_work = models.TextField(blank=True)
    further = models.TextField(blank=True)
    author_name = models.CharField(max_length=120, blank=True)
    written_on = models.DateField(null=True, blank=True)
    permission = models.CharField(max_length=10, choices=Permission, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


TOLD = tuple(field.name for field in CaseText._meta.local_fields)

# The pages on which a case is written, with what each asks for.
PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "about": (
            "title", "co", "also_cos", "approach", "also_approaches", "service_area", "where_in",
            "groups", "people_count", "scale",
        ),
        "story": ("introduction", "objectives", "leadership"),
        "change": ("outcomes", "outcome_kinds", "indicators", "evidence", "evidence_note"),
        "money": ("cost_pence", "cost_note", "saving_pence", "saving_note"),
        "learning": ("learning", "did_not_work", "further"),
        "people": ("author_name", "written_on", "permission"),
    }
)  # fmt: skip
