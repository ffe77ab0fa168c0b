"""Tables: case studies as partnerships write them, whom to ask, and who was reminded."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.learning.case_studies.models.text import CaseText


class CaseStudyQuerySet(TenantQuerySet["CaseStudy"]):
    """Words for finding case studies."""

    def sent_to(self, nation: Place) -> Self:
        """What partnerships let their national team read: never a draft that was not sent yet."""
        sent = Q(state__in=(CaseStudy.State.SUBMITTED, CaseStudy.State.SENT_BACK))
        public = Q(state__in=(CaseStudy.State.PUBLISHED, CaseStudy.State.WITHDRAWN))
        return self.filter(sent | public, place__nation=nation).narrowed()


class CaseStudy(CaseText, TenantModel):
    """A case as its partnership writes it. What was published of it is a row of its own."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being written")
        SUBMITTED = "submitted", _("sent in")
        SENT_BACK = "sent_back", _("sent back")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_key = models.UUIDField(unique=True)
    slug = models.SlugField(max_length=80)
    initiative = models.ForeignKey(
        Initiative, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    author = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reason = models.TextField(blank=True)  # of the last move: why sent back, why withdrawn
    moved_on = models.DateField(default=timezone.localdate)
    updated_on = models.DateField(default=timezone.localdate)
    checked_on = models.DateField(null=True, blank=True)

    objects = CaseStudyQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="case_studies_slug_once"),
        ]


class CaseContact(TenantModel):
    """Somebody to ask about a case. Shown until a day, then hidden, and in the end forgotten."""

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=160, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    expires_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "name"], name="case_studies_contact_once"),
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""), name="case_studies_contact_can_be_reached"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_shown(self, today: date) -> bool:
        """Whether readers see it on that day."""
        return self.expires_on >= today


class CaseReminder(TenantModel):
    """That somebody was written to about a case: so that nobody is written to twice."""

    class About(models.TextChoices):
        CHECK = "check", _("it was not looked at for a year")
        CONTACT = "contact", _("a contact is about to expire")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=10, choices=About)
    due_on = models.DateField()  # the day that it was about

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "about", "due_on"], name="case_studies_reminded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.due_on}"
