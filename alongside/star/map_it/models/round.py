"""Tables: rounds, the services they ask about, and who is asked."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Service
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class RoundQuerySet(TenantQuerySet["Round"]):
    """Words for finding rounds."""

    def visible_to(self, actor: Actor) -> Self:
        """Members see their place's rounds; a guest sees the one they sit in."""
        if actor.seat_activity is not None:
            return self.filter(activity_id=actor.seat_activity).narrowed()
        return super().visible_to(actor)

    def locked(self, round_: "Round") -> "Round":
        """The round as it is now, held until the transaction ends."""
        return (
            self.select_for_update(of=("self",))
            .select_related("activity", "place")
            .get(pk=round_.pk)
        )

    def newest_first(self) -> Self:
        return self.order_by("-opens_at", "-pk")


class Round(TenantModel):
    """One dated run of the Explorer: this year's map.

    The mode is fixed before the first answer, and so is the smallest group that is shown.
    """

    class Mode(models.TextChoices):
        CONFIDENTIAL = "confidential", _("confidential: nobody here sees single answers")
        ON_RECORD = "record", _("on the record: answers stand with names")

    class State(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        OPEN = "open", _("open for answers")
        CLOSED = "closed", _("closed")

    class Sharing(models.TextChoices):
        PRIVATE = "private", _("private to the partnership")
        NATIONAL = "national", _("shared with the national team")
        PUBLIC = "public", _("public")

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="round")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=140)
    instrument_version = models.CharField(max_length=40)
    mode = models.CharField(max_length=12, choices=Mode, default=Mode.CONFIDENTIAL)
    minimum = models.PositiveSmallIntegerField(default=5)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    is_provisional = models.BooleanField(default=False)  # the hour's path
    # Its Star stands on the board as the partnership's own: one map of a place, or none yet.
    is_star = models.BooleanField(default=False)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    # Where people got more time: the last day that was announced first, and why it moved.
    first_closes_at = models.DateTimeField(null=True, blank=True)
    more_time_because = models.CharField(max_length=200, blank=True)
    # A phone that was offline at closing may still send, marked late.
    grace_hours = models.PositiveSmallIntegerField(default=24)
    reminder_count = models.PositiveSmallIntegerField(default=2)
    # Publishing (experience 13): preview with right of reply, then signatures, then sharing.
    sharing = models.CharField(max_length=10, choices=Sharing, default=Sharing.PRIVATE)
    # Which release was signed and shared: one that is drawn later is not, until it is signed too.
    shared_number = models.PositiveIntegerField(null=True, blank=True)
    wanted_sharing = models.CharField(max_length=10, choices=Sharing, blank=True)
    preview_until = models.DateTimeField(null=True, blank=True)
    signed_by_lead_at = models.DateTimeField(null=True, blank=True)
    signed_by_resident_lead_at = models.DateTimeField(null=True, blank=True)
    dissent = models.TextField(blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="map_it_round_slug_once"),
            models.UniqueConstraint(
                fields=["place"], condition=Q(is_star=True), name="map_it_one_star_a_place"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="map_it_round_closes_after_opening"
            ),
            models.CheckConstraint(
                condition=Q(minimum__gte=3), name="map_it_round_minimum_at_least_three"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def signed_at(self) -> datetime | None:
        """When the first signature was given: nobody signed what was drawn after it."""
        given = (self.signed_by_lead_at, self.signed_by_resident_lead_at)
        return min((at for at in given if at is not None), default=None)


class RoundService(TenantModel):
    """A service that a round asks about."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="round_services")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "service"], name="map_it_service_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.service_id}"


class Asked(TenantModel):
    """How many people of a group were asked, so that it can be said who has not been heard."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="asked")
    group = models.CharField(max_length=10, choices=Group)
    people_count = models.PositiveIntegerField()
    # Whether this is everybody of that group: then there is no sampling to speak of.
    is_everyone = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "group"], name="map_it_asked_once_a_group")
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.people_count}"
