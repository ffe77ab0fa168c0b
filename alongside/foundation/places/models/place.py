"""Tables: places, their council areas, and the slugs they once had."""

from datetime import date
from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models.reference import CouncilArea

# First words of addresses that can never be a partnership's slug; `site` checks the resolver too.
RESERVED_SLUGS = (
    "about", "accounts", "admin", "answer", "api", "assurance", "contact", "cy", "data", "demo", "en",
    "gallery", "gd", "healthz", "help", "j", "join", "learn", "me", "media", "national", "new",
    "open-referral", "privacy", "readyz", "return", "roles", "search", "sign-in", "start", "static",
    "workspace",
)  # fmt: skip


class PlaceQuerySet(models.QuerySet["Place"]):
    """Words for finding places."""

    def partnerships(self) -> Self:
        return self.filter(kind=Place.Kind.PARTNERSHIP)

    def open_to_the_public(self) -> Self:
        """Places with a public front."""
        return self.filter(state__in=(Place.State.ACTIVE, Place.State.LEAVING))

    def waiting(self) -> Self:
        """Partnerships to which nobody has said yes or no."""
        return self.filter(state=Place.State.PENDING)

    def visible_to(self, actor: Actor) -> Self:
        """Places where the actor holds any permission."""
        return self.filter(pk__in=actor.place_ids)


class Place(models.Model):
    """A nation or a partnership. It owns its rows; nothing crosses to another but by its choice."""

    class Kind(models.TextChoices):
        NATION = "nation", _("nation")
        PARTNERSHIP = "partnership", _("partnership")

    class State(models.TextChoices):
        PENDING = "pending", _("being prepared, waiting for the national team")
        ACTIVE = "active", _("active")
        LEAVING = "leaving", _("leaving: read and export only")
        LEFT = "left", _("left")

    class Admission(models.TextChoices):
        """How partnerships begin in a nation."""

        OPEN = "open", _("anyone with an account can start one")
        APPROVAL = "approval", _("a national lead says yes first")

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PARTNERSHIP)
    nation = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="partnerships"
    )
    slug = models.SlugField(
        max_length=50, unique=True, validators=[RegexValidator(r"^[a-z][a-z0-9-]*$")]
    )
    name = models.CharField(max_length=120)
    started_on = models.DateField(default=timezone.localdate)
    ended_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    leaving_since = models.DateField(null=True, blank=True)
    # The day on which the rows of a place that had left were deleted.
    emptied_on = models.DateField(null=True, blank=True)
    timezone = models.CharField(max_length=40, default="Europe/London")
    is_example = models.BooleanField(default=False)
    # For a nation; where it is empty, what the installation says holds.
    admission = models.CharField(max_length=10, choices=Admission, blank=True)
    # A person at the other end (experience 14): stands on every page for residents and on posters.
    contact_name = models.CharField(max_length=80, blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    contact_hours = models.CharField(max_length=120, blank=True)
    # Publishing pauses in the weeks before an election.
    publishing_paused_from = models.DateField(null=True, blank=True)
    publishing_paused_until = models.DateField(null=True, blank=True)
    # Its square on the map of its nation's partnerships, counted from the top and from the left.
    map_row = models.PositiveSmallIntegerField(null=True, blank=True)
    map_column = models.PositiveSmallIntegerField(null=True, blank=True)
    council_areas = models.ManyToManyField(CouncilArea, through="PlaceArea", related_name="places")

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED_SLUGS), name="places_place_slug_not_reserved"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="nation", nation__isnull=True)
                | models.Q(kind="partnership", nation__isnull=False),
                name="places_partnership_lies_in_a_nation",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="places_place_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(map_row__isnull=True, map_column__isnull=True)
                | models.Q(map_row__isnull=False, map_column__isnull=False),
                name="places_square_has_row_and_column",
            ),
            models.UniqueConstraint(
                fields=["nation", "map_row", "map_column"], name="places_square_holds_one"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_writable(self) -> bool:
        """Whether anything may be changed here: what is not yet admitted can be prepared."""
        return self.state in (self.State.PENDING, self.State.ACTIVE)

    @property
    def is_public(self) -> bool:
        """Whether it has a public front."""
        return self.state in (self.State.ACTIVE, self.State.LEAVING)

    @property
    def is_admitted(self) -> bool:
        """Whether it may turn to people: invite them, ask them, show itself."""
        return self.state == self.State.ACTIVE

    def publishing_is_paused(self, today: date) -> bool:
        """Whether nothing may be published today, because an election is near."""
        start, end = self.publishing_paused_from, self.publishing_paused_until
        return bool(start and end and start <= today <= end)


class PlaceArea(models.Model):
    """A council area that a partnership covers, from a day and perhaps until one."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="areas")
    council_area = models.ForeignKey(CouncilArea, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField(default=timezone.localdate)
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "council_area", "from_on"], name="places_area_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place_id}: {self.council_area_id}"


class FormerSlug(models.Model):
    """A slug that a place once had; its old addresses lead on to the new ones."""

    slug = models.SlugField(max_length=50, unique=True)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug
