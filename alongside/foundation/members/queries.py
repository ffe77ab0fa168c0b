"""Reads of members: who is here, who is invited, and what a code opens."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import DateField, Exists, OuterRef, QuerySet
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code, typed_code
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Invitation, Membership, Person, Visit
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.tenancy import TenantQuerySet
from alongside.foundation.prepared.reads import Given, prepared

LAST_VISITS = 10


@dataclass(frozen=True, slots=True)
class Member:
    """A person with the hats they wear today."""

    person: Person
    email: str
    hats: tuple[Membership, ...]


@prepared
def _people_of() -> QuerySet[Person, int]:
    place = Given("place")
    today = Membership.objects.in_place(place).on(Given("today", DateField()))
    people = Person.objects.in_place(place).filter(pk__in=today.values("person"))
    return people.order_by("name", "pk").values_list("pk", flat=True)


def people_of(place: Place) -> list[int]:
    """Return the ids of everybody with a membership today, by name. One query."""
    return _people_of(place=place.pk, today=timezone.localdate())


def members_among(place: Place, people: Iterable[int]) -> list[Member]:
    """Return the people of these ids with the hats that they wear today, by name. One query."""
    memberships = (
        Membership.objects.in_place(place)
        .on(timezone.localdate())
        .filter(person__in=list(people))
        .select_related("person__contact", "ward")
        .order_by("person__name", "person_id", "pk")
    )
    return list(_by_person(memberships))


def wards_and_own(place: Place, actor: Actor) -> tuple[list[Ward], Ward | None]:
    """Return the wards on the list, and the one that the actor is elected for. One query."""
    hats = Membership.objects.in_place(place).on(timezone.localdate())
    mine = hats.filter(person=actor.persons.get(place.pk, 0), ward=OuterRef("pk"))
    wards: list[Any] = list(
        Ward.objects.in_place(place).select_related("council_area").annotate(is_mine=Exists(mine))
    )
    return wards, next((ward for ward in wards if ward.is_mine), None)


def _by_person(memberships: Iterable[Membership]) -> Iterator[Member]:
    for person, hats in groupby(memberships, key=lambda membership: membership.person):
        contact = getattr(person, "contact", None)
        yield Member(person, contact.email if contact else "", tuple(hats))


def groups_of(place: Place, actor: Actor) -> list[str]:
    """Return the groups that a member may speak from today."""
    person = actor.persons.get(place.pk)
    if person is None:
        return []
    held = Membership.objects.in_place(place).filter(person=person).exclude(group="")
    return sorted(set(held.on(timezone.localdate()).values_list("group", flat=True)))


def is_only_lead(person: Person) -> bool:
    """Whether somebody leads a place today, and nobody else with an account does."""
    leads = Membership.objects.in_place(person.place).on(timezone.localdate())
    held = leads.filter(role="lead", person__user__isnull=False)
    return set(held.values_list("person_id", flat=True)) == {person.pk}


def former_people_of(place: Place) -> TenantQuerySet[Person]:
    """Return those of whom something is still kept, and who hold no membership any more."""
    today = Membership.objects.in_place(place).on(timezone.localdate())
    people = Person.objects.in_place(place).filter(erased_at__isnull=True)
    return people.exclude(pk__in=today.values("person")).order_by("name", "pk")


def people_with(place: Place, roles: Iterable[str]) -> QuerySet[Person]:
    """Return everybody who holds one of the roles in a place today."""
    held = Membership.objects.in_place(place).on(timezone.localdate()).filter(role__in=list(roles))
    return Person.objects.in_place(place).filter(pk__in=held.values("person"))


def addresses_of(place: Place, role: str) -> list[str]:
    """Return the email addresses of everybody who holds a role in a place today."""
    held = Membership.objects.in_place(place).on(timezone.localdate()).filter(role=role)
    known = held.exclude(person__contact__email="").filter(person__contact__isnull=False)
    return list(
        dict.fromkeys(known.order_by("pk").values_list("person__contact__email", flat=True))
    )


@prepared
def _visits_to() -> QuerySet[Visit]:
    return Visit.objects.to_partnership(Given("place")).select_related("visitor")[:LAST_VISITS]


def last_visits_to(place: Place) -> list[Visit]:
    """Return the visits that the national team made last, the latest first. One query."""
    return _visits_to(place=place.pk)


@prepared
def _open_invitations() -> QuerySet[Invitation]:
    invitations = Invitation.objects.in_place(Given("place")).filter(
        kind=Invitation.Kind.INDIVIDUAL, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    return invitations.select_related("person__contact").order_by("-pk")


def open_invitations(place: Place) -> list[Invitation]:
    """Return the invitations by email that nobody has accepted or taken back, the newest first."""
    return _open_invitations(place=place.pk)


def living_link(place: Place, activity_id: int) -> Invitation | None:
    """Return the open link to an activity, if there is one that still opens."""
    return living_links(place).get(activity_id)


def living_links(place: Place) -> dict[int, Invitation]:
    """Return the open links of a place that still open, by the activity they lead to."""
    links = Invitation.objects.in_place(place).filter(
        kind=Invitation.Kind.OPEN_LINK,
        withdrawn_at__isnull=True,
        expires_at__gt=timezone.now(),
        activity_id__isnull=False,
    )
    return {link.activity_id: link for link in links.order_by("pk") if link.activity_id}


def invitation_of_code(code: str) -> Invitation | None:
    """Return the invitation or open link that a code belongs to, even if it has run out.

    Each kind of code is hashed with its own salt, so that neither opens the other's door.
    """
    individual = hash_code(CodeKind.INVITATION, code)
    link = hash_code(CodeKind.OPEN_LINK, typed_code(code))
    everywhere = Invitation.objects.unscoped(reason="the code itself says in which place")
    found = everywhere.select_related("place", "person__contact", "person__user")
    return (
        found.filter(kind=Invitation.Kind.INDIVIDUAL, code_hash=individual).first()
        or found.filter(kind=Invitation.Kind.OPEN_LINK, code_hash=link).first()
    )


def is_living(invitation: Invitation) -> bool:
    """Whether a code still opens: not taken back, not used up, not run out, its place still here."""
    return (
        invitation.withdrawn_at is None
        and invitation.accepted_at is None
        and invitation.expires_at > timezone.now()
        and invitation.place.is_writable
    )
