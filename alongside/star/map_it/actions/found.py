"""Turn practice that a map found into initiatives, so that no later step types it again."""

from collections.abc import Sequence
from typing import Any

from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.actions import found_initiative
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import fill, words_of
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import Round


def found_practice(round_: Round, found: Sequence[dict[str, Any]], *, by: Actor) -> None:
    """Make an existing initiative of each practice; one found before, in any round, stays one."""
    instrument = load_instrument(round_.instrument_version)
    ways = {way.key: way for way in instrument.ways}
    services = {s.slug: s for s in Service.objects.in_place(round_.place)}
    words = words_of(round_.place)
    for practice in found:
        service, way = services[practice["service"]], ways[practice["way"]]
        texts = {**words, "service": service.name}
        found_initiative(
            round_.place,
            origin=f"{service.slug}:{way.key}",
            title=f"{fill(way.text('name'), texts)} ({service.name})",
            service=service,
            co=way.co,
            approach=way.approach,
            what_happens=fill(way.text("sentence"), texts),
            groups=practice["groups"],
            level=practice["level"],
            by=by,
        )
