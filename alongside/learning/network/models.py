"""Tables: profiles, circles and who is in them, topics, blocks, reports."""

import uuid
from collections.abc import Sequence
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Notice
from alongside.foundation.discussions.models import Author, Comment, Thread
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class Profile(TenantModel):
    """What somebody chose to tell of themselves; withdrawing it deletes it."""

    author = models.OneToOneField(Author, on_delete=models.CASCADE, related_name="profile")
    short_name = models.SlugField(max_length=40)  # how others mention them: @bo
    who_i_am = models.CharField(max_length=500)
    can_help_with = models.CharField(max_length=500, blank=True)
    looking_for = models.CharField(max_length=500, blank=True)
    # Whether their partnership's line in the picture of who helps whom may count them.
    in_picture = models.BooleanField(default=False)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "short_name"], name="network_short_name_once")
        ]

    def __str__(self) -> str:
        return f"@{self.short_name}"


class CircleQuerySet(TenantQuerySet["Circle"]):
    """Which circles somebody may look into."""

    def in_places(self, places: Sequence[int]) -> Self:
        """Those of the nation, and the spaces of one's own partnerships."""
        return self.filter(place__in=places).narrowed()


class Circle(TenantModel):
    """An interest group of the nation that everybody may join, or the space of a partnership."""

    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=100)
    purpose = models.CharField(max_length=300)
    is_space = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CircleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="network_circle_slug_once"),
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(is_space=True),
                name="network_one_space_a_partnership",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Joining(TenantModel):
    """Somebody is in a circle, and hears of its new topics."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="joinings")
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="+")
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle", "author"], name="network_joined_once")
        ]

    def __str__(self) -> str:
        return f"author {self.author_id} in circle {self.circle_id}"


class TopicQuerySet(TenantQuerySet["Topic"]):
    """Words for finding topics."""

    def readable(self, places: Sequence[int]) -> Self:
        """What lies in these places and wasn't removed: the nation's, and one's own spaces'."""
        shown = self.filter(place__in=places, opening__state__in=Comment.SHOWN)
        return shown.narrowed()

    def public(self) -> Self:
        """What everybody reads."""
        return self.filter(is_public=True, circle=None, opening__state__in=Comment.SHOWN)

    def with_counts(self) -> Self:
        """Add `answer_count`, without the opening words."""
        shown = Q(thread__comments__state__in=Comment.SHOWN)
        return self.annotate(answer_count=models.Count("thread__comments", filter=shown) - 1)


class Topic(TenantModel):
    """Something that somebody asks, offers or wants to talk about. Its words open the thread."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("Question")
        TALK = "talk", _("Discussion")
        ASK = "ask", _("We are looking for")
        OFFER = "offer", _("We can offer")
        TO_VISIT = "to-visit", _("We would like to visit")
        HOST = "host", _("Come and visit us")

    # What answers what: an ask is matched with offers, and the other way round.
    OPPOSITES = {
        Kind.ASK: Kind.OFFER,
        Kind.OFFER: Kind.ASK,
        Kind.TO_VISIT: Kind.HOST,
        Kind.HOST: Kind.TO_VISIT,
    }

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.SlugField(max_length=10, choices=Kind)
    title = models.CharField(max_length=160)
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.CASCADE, related_name="topics"
    )
    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="topic")
    opening = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="opens")
    accepted = models.ForeignKey(
        Comment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_public = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    spoken_at = models.DateTimeField(default=timezone.now)

    objects = TopicQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(circle__isnull=True),
                name="network_public_topics_lie_in_no_circle",
            )
        ]
        indexes = [models.Index(fields=["place", "kind", "-spoken_at"], name="network_topic_idx")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.settled_at is None


class Block(TenantModel):
    """Somebody doesn't want to read or hear of somebody else; nobody but they can see it."""

    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "blocked"], name="network_blocked_once"),
            models.CheckConstraint(
                condition=~Q(author=models.F("blocked")), name="network_nobody_blocks_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"block {self.pk}"


class ReportQuerySet(TenantQuerySet["Report"]):
    """Words for finding reports."""

    def waiting_in(self, places: Sequence[int]) -> Self:
        """Those of these places that nobody has looked at."""
        return self.filter(place__in=places, settled_at=None).narrowed()


class Report(TenantModel):
    """Somebody tells the moderators of a comment that they shouldn't leave as it is."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=12, choices=Comment.Reason)
    words = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "author"], name="network_reported_once")
        ]

    def __str__(self) -> str:
        return f"report {self.pk}"
