"""The way through a sheet: which page follows which, and where somebody left off."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from alongside.star.map_it.queries.answering import Sheet, passed_name


@dataclass(frozen=True)
class Stop:
    """One page of the way: the name of its address, what stands in it, and whether it is done."""

    name: str
    at: dict[str, str] = field(default_factory=dict)
    is_done: bool = True


def path_of(sheet: Sheet, cos: Sequence[str]) -> list[Stop]:
    """Return the pages of a sheet in order; the last one is where it is checked and sent."""
    stops = []
    if len(sheet.services) > 1:
        stops.append(Stop("services", is_done=bool(sheet.chosen)))
    if sheet.is_short:
        stops.append(Stop("who", is_done=bool(sheet.response.resident_kind)))
    stops += _short(sheet, cos) if sheet.is_short else _long(sheet, cos)
    return [*stops, _stop_that_may_stay_empty(sheet, "word"), Stop("check", is_done=False)]


def _stop_that_may_stay_empty(sheet: Sheet, name: str, **at: str) -> Stop:
    """A page without a question that must be answered is done once it was passed."""
    return Stop(name, at, sheet.is_sent or passed_name(name, at) in sheet.passed)


def _short(sheet: Sheet, cos: Sequence[str]) -> list[Stop]:
    return [
        Stop("question", {"service": service.slug, "co": co}, (service.pk, co) in sheet.answers)
        for service in sheet.chosen
        for co in cos
    ]


def _long(sheet: Sheet, cos: Sequence[str]) -> list[Stop]:
    stops = []
    for service in sheet.chosen:
        at = {"service": service.slug}
        stops.append(Stop("four", at, all((service.pk, co) in sheet.answers for co in cos)))
        stops.append(_stop_that_may_stay_empty(sheet, "ways", **at))
        if any(pk == service.pk for pk, _ in sheet.reports):
            stops.append(_stop_that_may_stay_empty(sheet, "practice", **at))
    return stops


def stop_after(path: Sequence[Stop], name: str, at: dict[str, str]) -> Stop:
    """Return the page that follows; after the last comes the last."""
    return path[min(_place(path, name, at) + 1, len(path) - 1)]


def stop_before(path: Sequence[Stop], name: str, at: dict[str, str]) -> Stop | None:
    """Return the page before, or nothing when this is the first."""
    place = _place(path, name, at)
    return path[place - 1] if place > 0 else None


def first_open(path: Sequence[Stop]) -> Stop:
    """Return the first page that still waits for an answer."""
    return next(stop for stop in path if not stop.is_done)


def _place(path: Sequence[Stop], name: str, at: dict[str, str]) -> int:
    # A page that is not on the way (its service was dropped in another tab) leads to the check.
    places = (i for i, stop in enumerate(path) if (stop.name, stop.at) == (name, at))
    return next(places, len(path) - 1)
