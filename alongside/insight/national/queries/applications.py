"""What a national lead reads before they say yes: who started it, whom to ring, what it is about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.members.models import Membership
from alongside.foundation.places.models import Place, PlaceArea, Service


@dataclass(frozen=True, slots=True)
class Application:
    """A partnership that waits, with the facts about it."""

    partnership: Place
    rows: list[dict[str, str]] = field(default_factory=list)


def applications(nation: Place) -> list[Application]:
    """Return the partnerships that wait in a nation, the longest first. Four queries."""
    waiting = list(nation.partnerships.waiting().order_by("started_on", "pk"))
    leads = _leads(waiting)
    areas = PlaceArea.objects.filter(place__in=waiting).select_related("council_area")
    areas_of = _by_place((area.place_id, area.council_area.name) for area in areas)
    services = Service.objects.unscoped(reason="of partnerships that ask the nation to be let in")
    found = services.filter(place__in=waiting, ended_on__isnull=True).order_by("name")
    services_of = _by_place(found.values_list("place_id", "name"))
    return [
        Application(place, _rows(place, leads, areas_of[place.pk], services_of[place.pk]))
        for place in waiting
    ]


def _leads(waiting: list[Place]) -> dict[int, list[str]]:
    """Return who leads each: the name and address that they were told would be read."""
    held = Membership.objects.unscoped(reason="of partnerships that ask the nation to be let in")
    leads = held.filter(place__in=waiting, role="lead").on(timezone.localdate())
    told = leads.select_related("person__contact").order_by("pk")
    return _by_place(
        (lead.place_id, f"{lead.person}, {lead.person.contact.email}") for lead in told
    )


def _by_place(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for place_id, words in pairs:
        found[place_id].append(words)
    return found


def _rows(
    place: Place, leads: dict[int, list[str]], areas: list[str], services: list[str]
) -> list[dict[str, str]]:
    contact = (place.contact_name, place.contact_phone, place.contact_hours)
    facts = [
        (_("Started by"), "; ".join(leads[place.pk])),
        (_("People can ring"), ", ".join(part for part in contact if part)),
        (_("Council areas"), ", ".join(areas)),
        (_("Services"), ", ".join(services)),
        (_("Address on this site"), f"/{place.slug}/"),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]
