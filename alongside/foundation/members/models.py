"""Tables: persons, how to reach them, memberships, invitations, guests' seats, visits."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import Place, Service, Ward
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.places.vocabulary import default_words
from alongside.foundation.prepared.reads import Given


class Group(models.TextChoices):
    """The four groups of the method, whose views are set side by side."""

    ELECTED = "elected", _("elected members")
    MANAGER = "manager", _("managers")
    STAFF = "staff", _("front-line staff")
    RESIDENT = "resident", _("residents")


class ResidentKind(models.TextChoices):
    """How a resident has to do with a service."""

    USES = "uses", _("uses this")
    CARES = "cares", _("cares for someone")
    NEIGHBOUR = "neighbour", _("neighbour")
    VOLUNTEER = "volunteer", _("volunteer")


class Person(TenantModel):
    """Somebody, as one place knows them. The account behind is optional."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="persons",
    )
    name = models.CharField(max_length=120, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "user"],
                condition=Q(user__isnull=False),
                name="members_person_once_a_place",
            )
        ]

    def __str__(self) -> str:
        return self.name or str(_("a former participant"))


class Contact(TenantModel):
    """How to reach a person: the one table that holds it, so that erasing is one deletion."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    def __str__(self) -> str:
        return f"contact of person {self.person_id}"


class MembershipQuerySet(TenantQuerySet["Membership"]):
    """Words for finding memberships."""

    def on(self, day: date | Given) -> Self:
        """Memberships that hold on that day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)


class Membership(TenantModel):
    """A person's role in a place, and the group they speak from. One person may wear two hats."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(
        max_length=20, choices=[(r.key, r.called(default_words())) for r in ROLES.values()]
    )
    group = models.CharField(max_length=10, choices=Group, blank=True)
    resident_kind = models.CharField(max_length=10, choices=ResidentKind, blank=True)
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    # Whom an elected member speaks for. It is never copied to an answer (trust 24): a ward has so
    # few councillors that its figures would be theirs by name.
    ward = models.ForeignKey(
        Ward, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    from_on = models.DateField(default=timezone.localdate)
    until_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "person", "role", "group", "from_on"],
                name="members_membership_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(resident_kind="") | Q(group="resident"),
                name="members_only_residents_have_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(ward__isnull=True) | Q(group="elected"),
                name="members_only_elected_members_have_a_ward",
            ),
        ]

    def __str__(self) -> str:
        return f"person {self.person_id}: {self.role}"


class Invitation(TenantModel):
    """A way in. An individual one fixes role and group; an open link admits residents only.

    Only the hash of its code is kept. Opening it changes nothing: mail scanners open links too.
    """

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual", _("one person, by email")
        OPEN_LINK = "open", _("link, poster or QR code for residents")

    kind = models.CharField(max_length=10, choices=Kind)
    code_hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    role = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=10, choices=Group, blank=True)
    resident_kind = models.CharField(max_length=10, choices=ResidentKind, blank=True)
    ward = models.ForeignKey(
        Ward, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The activity it leads to, where it is not the place as a whole; a later room's row.
    activity_id = models.BigIntegerField(null=True, blank=True)
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            # An open link can be passed on by anyone, so it can only make residents (trust 17).
            models.CheckConstraint(
                condition=Q(kind="individual") | Q(group="resident", person__isnull=True, role=""),
                name="members_open_link_makes_residents",
            ),
            models.CheckConstraint(
                condition=Q(kind="open") | Q(person__isnull=False),
                name="members_individual_invitation_has_a_person",
            ),
            models.CheckConstraint(
                condition=Q(ward__isnull=True) | Q(group="elected"),
                name="members_only_elected_members_are_invited_for_a_ward",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Seat(TenantModel):
    """A guest without an account, in one activity. Comes back with three plain words."""

    return_hash = models.CharField(max_length=64, unique=True)
    cookie_hash = models.CharField(max_length=64, unique=True)
    activity_id = models.BigIntegerField()
    group = models.CharField(max_length=10, choices=Group)
    # Was the group vouched for by an individual invitation? If not, only residents count.
    group_confirmed = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="members_seat_expires_later"
            )
        ]

    def __str__(self) -> str:
        return f"seat {self.pk}"


class VisitQuerySet(TenantQuerySet["Visit"]):
    """Visits belong to the nation; the partnership visited sees them as well."""

    def to_partnership(self, partnership: Place | Given) -> Self:
        """Visits to a partnership, the latest first."""
        return self.filter(partnership=partnership).order_by("-started_at").narrowed()


class Visit(TenantModel):
    """A national associate looks into a partnership: for a reason, for hours, visible to it."""

    visitor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="visits")
    reason = models.CharField(max_length=300)
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()

    objects = VisitQuerySet.as_manager()

    def __str__(self) -> str:
        return f"visit {self.pk}"
