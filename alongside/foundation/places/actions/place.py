"""Writes to places themselves."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places import rules
from alongside.foundation.places.models import CouncilArea, FormerSlug, Place, PlaceArea
from alongside.foundation.places.models.place import RESERVED_SLUGS

NOT_ALLOWED = _("Your role here doesn't allow this.")

EDITABLE = frozenset(
    {
        "name",
        "contact_name",
        "contact_phone",
        "contact_hours",
        "publishing_paused_from",
        "publishing_paused_until",
    }
)


@transaction.atomic
def open_nation(*, name: str, slug: str, by: Actor, is_example: bool = False) -> Place:
    """Open the nation that partnerships belong to; an operator's act."""
    refuse_unless(rules.can_open_place(by), NOT_ALLOWED)
    nation = _create(kind=Place.Kind.NATION, name=name, slug=slug, is_example=is_example)
    record_event("open_nation", nation, by=by, place_id=nation.pk)
    return nation


@transaction.atomic
def open_partnership(
    *,
    nation: Place,
    name: str,
    slug: str,
    by: Actor,
    council_areas: Iterable[CouncilArea] = (),
    is_example: bool = False,
    is_pending: bool = False,
) -> Place:
    """Open a partnership in a nation, covering council areas from today.

    A pending one can be prepared; it turns to people once the national team has said yes.
    """
    refuse_unless(rules.can_open_place(by), NOT_ALLOWED)
    place = _create(
        kind=Place.Kind.PARTNERSHIP,
        nation=nation,
        name=name,
        slug=slug,
        is_example=is_example,
        state=Place.State.PENDING if is_pending else Place.State.ACTIVE,
    )
    PlaceArea.objects.bulk_create(
        PlaceArea(place=place, council_area=area) for area in council_areas
    )
    record_event("open_partnership", place, by=by, place_id=place.pk)
    return place


def _create(**fields: Any) -> Place:
    slug = fields["slug"]
    taken = slug in RESERVED_SLUGS or FormerSlug.objects.filter(slug=slug).exists()
    try:
        if taken:
            raise IntegrityError
        with transaction.atomic():
            return Place.objects.create(**fields)
    except IntegrityError:
        raise slug_taken() from None


@transaction.atomic
def edit_place(place: Place, *, by: Actor, **changes: Any) -> Place:
    """Change a place's name, its contact person, or its pre-election pause."""
    refuse_unless(rules.can_edit_place(by, place), NOT_ALLOWED)
    changed = {k for k, v in changes.items() if k in EDITABLE and getattr(place, k) != v}
    for key in changed:
        setattr(place, key, changes[key])
    if changed:
        place.save(update_fields=sorted(changed))
        record_event("edit_place", place, by=by, place_id=place.pk, fields=changed)
    return place


@transaction.atomic
def rename_slug(place: Place, *, slug: str, by: Actor) -> Place:
    """Give a place another address; the old one leads on to it for ever."""
    refuse_unless(rules.can_edit_place(by, place), NOT_ALLOWED)
    if slug == place.slug:
        return place
    if not is_slug_free(place, slug):
        raise slug_taken()
    former, place.slug = place.slug, slug
    FormerSlug.objects.filter(slug=slug, place=place).delete()
    place.save(update_fields=["slug"])
    FormerSlug.objects.get_or_create(slug=former, defaults={"place": place})
    record_event("rename_place", place, by=by, place_id=place.pk, fields={"slug"})
    return place


def is_slug_free(place: Place, slug: str) -> bool:
    """Whether a place may take this address; its own former ones it may have back."""
    others = Place.objects.exclude(pk=place.pk).filter(slug=slug)
    former = FormerSlug.objects.exclude(place=place).filter(slug=slug)
    return slug not in RESERVED_SLUGS and not others.exists() and not former.exists()


def slug_taken() -> Refusal:
    """The refusal for an address that leads elsewhere."""
    return Refusal(
        "slug_taken", _("This address is already in use. Choose another name."), status=409
    )
