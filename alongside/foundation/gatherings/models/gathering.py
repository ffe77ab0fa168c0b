"""Tables: gatherings and their agenda."""

import uuid
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class GatheringQuerySet(TenantQuerySet["Gathering"]):
    """Who may know of a gathering, and words for finding some."""

    def announced_to(self, actor: Actor) -> Self:
        """What everybody reads, or members of its place; a nation's also members of its partnerships.

        Drafts are no part of it: those who prepare them come through the workspace's door.
        """
        open_to = Q(audience=Gathering.Audience.PUBLIC)
        if actor.place_ids:
            # A subquery: one nation has many partnerships, and a join would tell things twice.
            ours = Place.objects.filter(
                Q(pk__in=actor.place_ids) | Q(partnerships__in=actor.place_ids)
            )
            open_to |= Q(place__in=ours)
        announced = self.exclude(state=Gathering.State.DRAFT).filter(
            open_to, place__state__in=(Place.State.ACTIVE, Place.State.LEAVING)
        )
        return announced.narrowed()

    def locked(self, gathering: "Gathering") -> "Gathering":
        """The gathering as it is now, held until the transaction ends; `now` is the database's."""
        held = self.select_for_update(of=("self",)).select_related("activity", "place")
        return held.annotate(now=models.functions.Now()).get(pk=gathering.pk)

    def coming(self, now: datetime) -> Self:
        """Not over yet, the next first."""
        return self.filter(ends_at__gte=now).order_by("starts_at", "pk")

    def past(self, now: datetime) -> Self:
        """Over, the latest first."""
        return self.filter(ends_at__lt=now).order_by("-starts_at", "-pk")


class Gathering(TenantModel):
    """People meet: what it is, when, where, how many fit in, and whom to ring.

    `taken_count` is how many places are booked or held for somebody; `last_number` is the number of
    the last booking. Both change only while the row is locked, so that the last place goes once.
    `sequence` rises with every change that a calendar must learn of.
    """

    class Kind(models.TextChoices):
        CONFERENCE = "conference", _("conference")
        ROADSHOW = "roadshow", _("roadshow")
        WORKSHOP = "workshop", _("workshop")
        ONLINE = "online", _("online meeting")
        TRAINING = "training", _("training")

    class State(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        PUBLISHED = "published", _("announced")
        CANCELLED = "cancelled", _("cancelled")
        HELD = "held", _("has taken place")

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        MEMBERS = "members", _("members only")

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="gathering")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=140)
    kind = models.CharField(max_length=12, choices=Kind)
    what = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone_name = models.CharField(max_length=40)
    venue = models.CharField(max_length=300, blank=True)
    join_link = models.URLField(max_length=500, blank=True)
    contact_name = models.CharField(max_length=80)
    contact_phone = models.CharField(max_length=30)
    help_by_on = models.DateField(null=True, blank=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PUBLIC)
    capacity = models.PositiveIntegerField()
    taken_count = models.PositiveIntegerField(default=0)
    last_number = models.PositiveIntegerField(default=0)
    sequence = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    changed_at = models.DateTimeField(default=timezone.now)
    why_cancelled = models.CharField(max_length=300, blank=True)
    what_came = models.TextField(blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="gatherings_slug_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="gatherings_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(taken_count__lte=F("capacity")), name="gatherings_no_place_twice"
            ),
            models.CheckConstraint(
                condition=~Q(venue="") | ~Q(join_link=""), name="gatherings_are_somewhere"
            ),
        ]
        indexes = [models.Index(fields=["place", "starts_at"], name="gatherings_when_idx")]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the place where people meet."""
        return ZoneInfo(self.zone_name)

    @property
    def free_count(self) -> int:
        """How many places nobody has."""
        return self.capacity - self.taken_count


class AgendaItem(TenantModel):
    """One part of a gathering's day."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="agenda")
    starts_at = models.DateTimeField()
    title = models.CharField(max_length=160)
    speaker = models.CharField(max_length=160, blank=True)
    room = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return self.title
