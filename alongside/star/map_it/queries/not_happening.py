"""What is not happening, by service and way of working, beside cases to learn from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation.initiatives.models import Initiative
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


def services_of(place: Place) -> dict[str, Service]:
    """Return a place's services by slug, ended ones too. One query."""
    return {service.slug: service for service in Service.objects.in_place(place)}


def not_happening(
    round_: Round,
    bundle: Mapping[str, Any],
    words: Words,
    services: Mapping[str, Service],
    *,
    with_candidates: bool = True,
) -> list[NotHappening]:
    """Return the gaps of a release, those with a case to learn from first. Two queries.

    A page that only names them saves one by leaving out which are on the list already.
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
    candidates = _candidates(place, origins) if with_candidates else {}
    gaps = [
        NotHappening(
            origin=origin,
            service=services[entry["service"]],
            co=entry["co"],
            co_name=words[f"{entry['co']}_short"],
            way_name=names[entry["way"]],
            practices=[fit.practice for fit in fitting[gap]],
            candidate=candidates.get(origin),
        )
        for entry, origin, gap in zip(entries, origins, asked, strict=True)
    ]
    return _best_first(gaps, [_fit_of(fitting[gap]) for gap in asked])


def _candidates(place: Place, origins: Sequence[str]) -> dict[str, Initiative]:
    found = Initiative.objects.in_place(place).filter(origin__in=origins)
    return {initiative.origin: initiative for initiative in found}


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
