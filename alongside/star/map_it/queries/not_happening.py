"""What is not happening, by service and way of working, beside cases to learn from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation.initiatives.models import Standing
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.vocabulary import Words, fill
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries import (
    Fit,
    Gap,
    practices_for_gaps,
    service_areas_of,
)
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import Round


@dataclass(frozen=True, slots=True)
class NotHappening:
    """A way of working that nobody reported in a service.

    Without `practices`, ask the network, or be the first. `candidate` is the slug of
    the initiative, once somebody put it on the list of what could be tried.
    """

    origin: str
    service: Service
    co: str
    co_name: str
    way_name: str
    practices: Sequence[Practice]
    candidate: str


def services_of(place: Place) -> dict[str, Service]:
    """Return a place's services by slug, ended ones too. One query."""
    return {service.slug: service for service in Service.objects.in_place(place)}


def not_happening(
    round_: Round,
    bundle: Mapping[str, Any],
    words: Words,
    services: Mapping[str, Service],
    *,
    standing: Sequence[Standing] = (),
) -> list[NotHappening]:
    """Return the gaps of a release, those with a case to learn from first. One query.

    `standing` tells which of them are on the list already, for pages that let people add them.
    """
    place = round_.place
    ways = {way.key: way for way in load_instrument(round_.instrument_version).ways}
    entries = [e for e in bundle["practice"]["not_happening"] if e["way"] in ways]
    asked = [
        Gap(entry["co"], ways[entry["way"]].approach, service_areas_of(services[entry["service"]]))
        for entry in entries
    ]
    fitting = practices_for_gaps(place, asked)
    names = {key: fill(way.text("name"), words) for key, way in ways.items()}
    origins = [f"{entry['service']}:{entry['way']}" for entry in entries]
    on_the_list = {one.origin: one.slug for one in standing if one.origin}
    gaps = [
        NotHappening(
            origin=origin,
            service=services[entry["service"]],
            co=entry["co"],
            co_name=words[f"{entry['co']}_short"],
            way_name=names[entry["way"]],
            practices=[fit.practice for fit in fitting[gap]],
            candidate=on_the_list.get(origin, ""),
        )
        for entry, origin, gap in zip(entries, origins, asked, strict=True)
    ]
    return _best_first(gaps, [_fit_of(fitting[gap]) for gap in asked])


def _fit_of(fits: Sequence[Fit]) -> int:
    """How well the best case fits: 0 the same way of working in such a service, 3 none."""
    if not fits:
        return 3
    return 2 - fits[0].same_approach - fits[0].same_area


def _best_first(gaps: Sequence[NotHappening], fits: Sequence[int]) -> list[NotHappening]:
    """Best cases first; among equals each service in turn, so that no one service fills the page."""
    turns: Counter[tuple[int, str]] = Counter()
    keyed = []
    for at, (gap, fit) in enumerate(zip(gaps, fits, strict=True)):
        turns[fit, gap.service.slug] += 1
        keyed.append((fit, turns[fit, gap.service.slug], at, gap))
    return [gap for *_, gap in sorted(keyed, key=lambda entry: entry[:3])]
