"""Tables: authors, threads, comments, and where comments are open."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Person, Seat
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class Author(models.Model):
    """Somebody who writes, under the name they chose; what they wrote points here and no further.

    It belongs to no place, because people write in threads of other places than their own: those
    of their nation, for one. Erasing somebody deletes the row, and their comments stand as by "a
    former participant" (trust 40).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.OneToOneField(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="author"
    )
    seat = models.OneToOneField(
        Seat, null=True, blank=True, on_delete=models.SET_NULL, related_name="author"
    )
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(seat__isnull=True),
                name="discussions_author_is_one",
            )
        ]

    def __str__(self) -> str:
        return self.name


class GuestAddress(models.Model):
    """Where a guest wants to hear of their comments; used once they have confirmed it."""

    author = models.OneToOneField(Author, on_delete=models.CASCADE, related_name="address")
    email = models.EmailField()
    given_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"address of author {self.author_id}"


class Thread(TenantModel):
    """What is said below one thing: a page of some kind, or a topic of its own.

    Title and address are those of the thing when somebody last wrote, for lists of comments.
    """

    kind = models.SlugField(max_length=20)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=300)
    is_closed = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "kind", "key"], name="discussions_thread_once")
        ]

    def __str__(self) -> str:
        return self.title


class CommentQuerySet(TenantQuerySet["Comment"]):
    """Words for finding comments."""

    def shown(self) -> Self:
        """What everybody reads who may read the thread."""
        return self.filter(state__in=Comment.SHOWN)

    def waiting(self) -> Self:
        """What somebody has to look at: the new and the appealed."""
        return self.filter(state__in=(Comment.State.HELD, Comment.State.APPEALED))

    def suspect(self) -> Self:
        """What is held because it looks like advertising or a machine."""
        return self.filter(state=Comment.State.HELD, held_for__in=Comment.SUSPECT)


class Comment(TenantModel):
    """What somebody said, once, in their own words."""

    class State(models.TextChoices):
        HELD = "held", _("waits to be read")
        SHOWN = "shown", _("shown")
        REMOVED = "removed", _("removed")
        APPEALED = "appealed", _("removed, and looked at again")
        RESTORED = "restored", _("shown again")
        UPHELD = "upheld", _("removed, also after a second look")
        TAKEN_BACK = "taken_back", _("taken back by its author")

    class Held(models.TextChoices):
        """Why it waits."""

        GUEST = "guest", _("by a guest")
        FIRST = "first", _("the first by this person")
        ASKED = "asked", _("a moderator wants to look at it")
        TRAP = "trap", _("a field was filled in that people don't see")
        QUICK = "quick", _("written faster than people type")
        LINKS = "links", _("many links")
        REPEATED = "repeated", _("the same words were sent before")
        MANY = "many", _("many comments from one network")

    class Reason(models.TextChoices):
        """Why it was removed; each stands in the published policy."""

        PERSONAL = "personal", _("it tells private things about somebody")
        INSULTING = "insulting", _("it insults or threatens somebody")
        HATEFUL = "hateful", _("it runs down people for what they are")
        UNLAWFUL = "unlawful", _("it may be against the law, or may harm a case in court")
        ELSEWHERE = "elsewhere", _("it is about something else")
        ADVERTISING = "advertising", _("it is advertising, or was sent by a machine")
        OTHER = "other", _("another reason, given in words")

    SHOWN = (State.SHOWN, State.RESTORED)
    SUSPECT = (Held.TRAP, Held.QUICK, Held.LINKS, Held.REPEATED, Held.MANY)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        Author, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    submission_key = models.UUIDField(unique=True)
    text = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=10)
    said_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    moved_at = models.DateTimeField(default=timezone.now)
    held_for = models.CharField(max_length=10, choices=Held, blank=True)
    reason = models.CharField(max_length=12, choices=Reason, blank=True)
    reason_words = models.CharField(max_length=500, blank=True)
    appeal = models.CharField(max_length=1000, blank=True)
    verdict_words = models.CharField(max_length=500, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["thread", "state", "id"], name="discussions_shown_idx"),
            models.Index(fields=["place", "state", "id"], name="discussions_queue_idx"),
            models.Index(fields=["text_hash", "said_at"], name="discussions_repeated_idx"),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"

    @property
    def is_shown(self) -> bool:
        return self.state in self.SHOWN

    @property
    def is_suspect(self) -> bool:
        return self.held_for in self.SUSPECT


class Opening(TenantModel):
    """Whether comments can be written below pages of a kind here: a place's own choice."""

    kind = models.SlugField(max_length=20)
    is_open = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "kind"], name="discussions_opening_once")
        ]

    def __str__(self) -> str:
        return f"comments on {self.kind}: {self.is_open}"
