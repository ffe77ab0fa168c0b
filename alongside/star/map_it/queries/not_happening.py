"""What is not happening, by service and way of working, beside cases to learn from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from alongside.foundation.initiatives.models import Standing
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.queries import services_in
from alongside.foundation.places.vocabulary import Words, fill
from alongside.foundation.practices.queries import Case, Cases, Gap, service_areas_of
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import Round

Entry = Mapping[str, str]


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
    practices: Sequence[Case]
    candidate: str


class Gaps(Sequence[NotHappening]):
    """What is not happening, in order. Each is put into words when it is looked at."""

    def __init__(self, entries: Sequence[Entry], word: Callable[[Entry], NotHappening]) -> None:
        self._entries = entries
        self._word = word

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> NotHappening: ...
    @overload
    def __getitem__(self, at: slice) -> list[NotHappening]: ...
    def __getitem__(self, at: int | slice) -> NotHappening | list[NotHappening]:
        if isinstance(at, slice):
            return [self._word(entry) for entry in self._entries[at]]
        return self._word(self._entries[at])


def services_of(place: Place) -> dict[str, Service]:
    """Return a place's services by slug, ended ones too. One query."""
    return {service.slug: service for service in services_in(place)}


def not_happening(
    round_: Round,
    bundle: Mapping[str, Any],
    words: Words,
    services: Mapping[str, Service],
    *,
    standing: Sequence[Standing] = (),
) -> Gaps:
    """Return the gaps of a release, those with a case to learn from first. One query.

    `standing` tells which of them are on the list already, for pages that let people add them.
    """
    ways = {way.key: way for way in load_instrument(round_.instrument_version).ways}
    cases = Cases(round_.place)
    areas = {slug: service_areas_of(service) for slug, service in services.items()}
    on_the_list = {one.origin: one.slug for one in standing if one.origin}

    def gap_of(entry: Entry) -> Gap:
        return Gap(entry["co"], ways[entry["way"]].approach, areas[entry["service"]])

    def word(entry: Entry) -> NotHappening:
        origin = f"{entry['service']}:{entry['way']}"
        return NotHappening(
            origin=origin,
            service=services[entry["service"]],
            co=entry["co"],
            co_name=words[f"{entry['co']}_short"],
            way_name=fill(ways[entry["way"]].text("name"), words),
            practices=cases.fitting(gap_of(entry)),
            candidate=on_the_list.get(origin, ""),
        )

    entries = [entry for entry in bundle["practice"]["not_happening"] if entry["way"] in ways]
    return Gaps(_best_first(entries, [cases.farness(gap_of(entry)) for entry in entries]), word)


def _best_first(entries: Sequence[Entry], farness: Sequence[int]) -> list[Entry]:
    """Best cases first; among equals each service in turn, so that no one service fills the page."""
    turns: Counter[tuple[int, str]] = Counter()
    keyed = []
    for at, (entry, far) in enumerate(zip(entries, farness, strict=True)):
        turns[far, entry["service"]] += 1
        keyed.append((far, turns[far, entry["service"]], at, entry))
    return [entry for *_, entry in sorted(keyed, key=lambda one: one[:3])]
