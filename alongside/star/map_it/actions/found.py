"""Turn what a map found into initiatives, so that no later step types it again.

Practice becomes an initiative that exists; what is not happening becomes a candidate when somebody
puts it on the list. `origin` (service and way) makes one of what is found in many rounds.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import found_initiative, propose_candidate
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import fill, words_of
from alongside.foundation.practices.queries import practices_that_fit, service_areas_of
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.instrument.parts import Way
from alongside.star.map_it.models import Round


def found_practice(round_: Round, found: Sequence[Mapping[str, Any]], *, by: Actor) -> None:
    """Make an existing initiative of each practice; one found before, in any round, stays one."""
    describe = _describer(round_)
    for practice in found:
        found_initiative(
            round_.place,
            groups=practice["groups"],
            level=practice["level"],
            by=by,
            **describe(practice),
        )


def propose_from_gap(
    round_: Round, not_happening: Sequence[Mapping[str, Any]], *, chosen: str, by: Actor
) -> Initiative:
    """Put one thing that is not happening on the list; `chosen` is its origin. Twice is once."""
    gap = next((g for g in not_happening if f"{g['service']}:{g['way']}" == chosen), None)
    if gap is None:
        raise Refusal(
            "not_a_gap", _("That is no longer on the list. Go back and choose again."), status=409
        )
    way = _ways(round_)[gap["way"]]
    service = Service.objects.in_place(round_.place).get(slug=gap["service"])
    fits = practices_that_fit(
        round_.place, co=way.co, approach=way.approach, service_areas=service_areas_of(service)
    )
    fitting = [fit.practice for fit in fits]
    return propose_candidate(round_.place, practices=fitting, by=by, **_describer(round_)(gap))


def _ways(round_: Round) -> dict[str, Way]:
    return {way.key: way for way in load_instrument(round_.instrument_version).ways}


def _describer(round_: Round) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Return a function that words a service and way as the fields of an initiative."""
    ways, words = _ways(round_), words_of(round_.place)
    services = {s.slug: s for s in Service.objects.in_place(round_.place)}

    def describe(entry: Mapping[str, Any]) -> dict[str, Any]:
        service, way = services[entry["service"]], ways[entry["way"]]
        texts = {**words, "service": service.name}
        return {
            "origin": f"{service.slug}:{way.key}",
            "title": f"{fill(way.text('name'), texts)} ({service.name})",
            "service": service,
            "co": way.co,
            "approach": way.approach,
            "what_happens": fill(way.text("sentence"), texts),
        }

    return describe
