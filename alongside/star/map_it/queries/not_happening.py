"""What is not happening, by service and way of working, beside cases to learn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import Words, fill
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries import (
    Gap,
    practices_for_gaps,
    service_areas_of,
)
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import Round


@dataclass(frozen=True, slots=True)
class NotHappening:
    """A way of working that nobody reported in a service.

    Without `practices`, ask the network, or be the first. `candidate` is there once somebody put
    it on the list of what could be tried.
    """

    origin: str
    service: Service
    co: str
    co_name: str
    way_name: str
    practices: Sequence[Practice]
    candidate: Initiative | None


def not_happening(round_: Round, bundle: Mapping[str, Any], words: Words) -> list[NotHappening]:
    """Return the gaps of a release, those with a case to learn from first. Three queries."""
    place = round_.place
    ways = {way.key: way for way in load_instrument(round_.instrument_version).ways}
    entries = [e for e in bundle["practice"]["not_happening"] if e["way"] in ways]
    services = {s.slug: s for s in Service.objects.in_place(place)}
    asked = [
        Gap(entry["co"], ways[entry["way"]].approach, service_areas_of(services[entry["service"]]))
        for entry in entries
    ]
    fitting = practices_for_gaps(place, asked)
    origins = [f"{entry['service']}:{entry['way']}" for entry in entries]
    candidates = {
        initiative.origin: initiative
        for initiative in Initiative.objects.in_place(place).filter(origin__in=origins)
    }
    gaps = [
        NotHappening(
            origin=origin,
            service=services[entry["service"]],
            co=entry["co"],
            co_name=words[f"{entry['co']}_short"],
            way_name=fill(
                ways[entry["way"]].text("name"),
                {**words, "service": services[entry["service"]].name},
            ),
            practices=[fit.practice for fit in fitting[gap]],
            candidate=candidates.get(origin),
        )
        for entry, origin, gap in zip(entries, origins, asked, strict=True)
    ]
    return sorted(gaps, key=lambda gap: not gap.practices)
