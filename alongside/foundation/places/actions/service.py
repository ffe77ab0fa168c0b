"""Writes to services and organisations."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places import rules
from alongside.foundation.places.models import Organisation, Place, Service
from alongside.foundation.places.slugs import first_free


@transaction.atomic
def add_service(
    place: Place,
    *,
    name: str,
    by: Actor,
    organisation: Organisation | None = None,
    starter_key: str = "",
) -> Service:
    """Add a service; one that is there already is returned, and reopened if it had ended."""
    _refuse_unless_editable(by, place)
    name = " ".join(name.split())
    service = Service.objects.in_place(place).filter(name__iexact=name).first()
    if service is None:
        service = Service.objects.create(
            place=place,
            name=name,
            slug=free_slug(place, name),
            organisation=organisation,
            starter_key=starter_key,
        )
        record_event("add_service", service, by=by, place_id=place.pk)
    elif service.ended_on is not None:
        service.ended_on = None
        service.save(update_fields=["ended_on"])
        record_event("reopen_service", service, by=by, place_id=place.pk, fields={"ended_on"})
    return service


@transaction.atomic
def change_service(
    service: Service,
    *,
    by: Actor,
    name: str = "",
    organisation: Organisation | None = None,
    starter_key: str = "",
) -> Service:
    """Change what a service is called, who provides it or its kind; what isn't given stays."""
    _refuse_unless_editable(by, service.place)
    told = {"name": name, "organisation": organisation, "starter_key": starter_key}
    changed = {k: v for k, v in told.items() if v and getattr(service, k) != v}
    for key, value in changed.items():
        setattr(service, key, value)
    if changed:
        service.save(update_fields=sorted(changed))
        record_event("change_service", service, by=by, place_id=service.place_id, fields=changed)
    return service


def free_slug(place: Place, name: str) -> str:
    """Return a slug that no service of the place has."""
    base = slugify(name)[:50] or "service"
    taken = set(
        Service.objects.in_place(place).filter(slug__startswith=base).values_list("slug", flat=True)
    )
    return first_free(base, taken)


@transaction.atomic
def end_service(service: Service, *, by: Actor) -> Service:
    """Note that a service ended; what was said of it stays."""
    _refuse_unless_editable(by, service.place)
    service.ended_on = timezone.localdate()
    service.save(update_fields=["ended_on"])
    record_event("end_service", service, by=by, place_id=service.place_id, fields={"ended_on"})
    return service


@transaction.atomic
def add_organisation(place: Place, *, name: str, sector: str, by: Actor) -> Organisation:
    """Add an organisation with its sector; one of that name is returned."""
    _refuse_unless_editable(by, place)
    organisation, is_new = Organisation.objects.in_place(place).get_or_create(
        name=" ".join(name.split()), defaults={"place": place, "sector": sector}
    )
    if is_new:
        record_event("add_organisation", organisation, by=by, place_id=place.pk)
    return organisation


def _refuse_unless_editable(by: Actor, place: Place) -> None:
    if not rules.can_edit_place(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can change services."))
