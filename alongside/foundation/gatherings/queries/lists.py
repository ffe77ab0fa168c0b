"""Lists of gatherings, and one by its address."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.models.gathering import GatheringQuerySet
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among

# Addresses within the organiser's list that are not gatherings.
RESERVED_SLUGS = frozenset({"new"})


def free_slug(place: Place, title: str) -> str:
    """Return a slug that no gathering of the place has."""
    rows = Gathering.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="event", reserved=RESERVED_SLUGS)


def announced(
    actor: Actor, *, place: str = "", kind: str = "", is_past: bool = False
) -> GatheringQuerySet:
    """Return what the actor may know of: what is coming, the next first; or what is over."""
    found: GatheringQuerySet = Gathering.objects.announced_to(actor).select_related("place")
    if place:
        found = found.filter(place__slug=place)
    if kind:
        found = found.filter(kind=kind)
    now = timezone.now()
    return found.past(now) if is_past else found.coming(now)


def announced_at(actor: Actor, place: str, slug: str) -> Gathering | None:
    """Return the gathering at a public address, if the actor may know of it. One query."""
    found = Gathering.objects.announced_to(actor).filter(place__slug=place, slug=slug)
    return found.select_related("place", "activity__notice").first()


def booked_at(place: str, slug: str, *, by: Actor, held: Collection[UUID]) -> Gathering | None:
    """Return a gathering that isn't announced to the actor, if this device holds a booking there.

    So somebody whom the organiser entered for a members' event comes back by letter or words.
    """
    theirs = Q(bookings__public_id__in=list(held))
    if by.seat_activity is not None:
        theirs |= Q(activity_id=by.seat_activity)
    everything = Gathering.objects.unscoped(reason="whoever booked may see what they booked")
    found = everything.filter(theirs, place__slug=place, slug=slug)
    shown = found.exclude(state=Gathering.State.DRAFT).exclude(place__state=Place.State.LEFT)
    return shown.select_related("place", "activity__notice").first()


def places_that_announce(actor: Actor) -> list[tuple[str, str]]:
    """Return slug and name of the places with something the actor may know of, by name."""
    places = Gathering.objects.announced_to(actor).values("place")
    return list(Place.objects.filter(pk__in=places).order_by("name").values_list("slug", "name"))


def gatherings_in(place: Place, *, is_past: bool) -> GatheringQuerySet:
    """Return a place's gatherings for those who prepare them, drafts too."""
    own: GatheringQuerySet = Gathering.objects.in_place(place)
    now = timezone.now()
    return own.past(now) if is_past else own.coming(now)


def gathering_in(place: Place, slug: str) -> Gathering | None:
    """Return one of a place's gatherings, for those who prepare them."""
    found = Gathering.objects.in_place(place).filter(slug=slug)
    gathering = found.select_related("activity__notice").first()
    if gathering is not None:
        gathering.place = gathering.activity.place = place
    return gathering
