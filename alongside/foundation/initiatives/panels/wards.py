"""What happens in one ward: for the brief of a councillor. It knows activities and no answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.queries import SOON, Told
from alongside.foundation.places.models import Place, Ward

# How many of one kind a page of A4 has room for; the list has them all.
MOST = 4
UNDER_WAY = (Stage.EXISTING, Stage.TRYING, Stage.TAKEN_ON)


@dataclass(frozen=True, slots=True)
class WardLine:
    """One activity: its title, its next day in words, and whether that is soon."""

    title: str
    slug: str
    note: str
    is_soon: bool = False


@dataclass(frozen=True, slots=True)
class WardGroup:
    """The activities of a ward that stand at the same stage."""

    title: str
    stage: str
    lines: Sequence[WardLine]
    more: int


def ward_panel(ward: Ward, told: Sequence[Told], *, today: date) -> dict[str, Any]:
    """Return what is tried, decided, happening and possible in a ward, the next to stop first."""
    here = sorted((one for one in told if one.is_here), key=lambda one: one.stops_on or date.max)
    kinds = (
        (stage, title, [one for one in here if one.stage == stage]) for stage, title in _titles()
    )
    return {
        "name": ward.name,
        "slug": ward.slug,
        "groups": [
            WardGroup(
                title,
                stage,
                [_line(one, today) for one in some[:MOST]],
                max(0, len(some) - MOST),
            )
            for stage, title, some in kinds
            if some
        ],
        "everywhere": _everywhere(
            ward.place, sum(one.is_everywhere and one.stage in UNDER_WAY for one in told)
        ),
    }


def _titles() -> Sequence[tuple[Stage, str]]:
    return (
        (Stage.TRYING, _("Being tried")),
        (Stage.TAKEN_ON, _("Decided: taken on")),
        (Stage.EXISTING, _("Happening already")),
        (Stage.CANDIDATE, _("Could be tried")),
        (Stage.STOPPED, _("Stopped, and learned from")),
        (Stage.BACK_BURNER, _("On the back burner")),
        (Stage.NOT_FORWARD, _("Decided: not taken forward")),
    )


def _line(one: Told, today: date) -> WardLine:
    note = NOTES.get(Stage(one.stage))
    stops_on = one.stops_on if one.stage == Stage.TRYING else None
    return WardLine(
        one.title,
        one.slug,
        note(one, today) if note else "",
        is_soon=stops_on is not None and stops_on <= today + SOON,
    )


def _stops(one: Told, today: date) -> str:
    if one.stops_on is None:
        return ""
    words = _("stops on %(day)s") if one.stops_on >= today else _("was to stop on %(day)s")
    return words % {"day": date_format(one.stops_on)}


def _decided(one: Told, _today: date) -> str:
    return _("on %(day)s") % {"day": date_format(one.decided_on)}


def _look_again(one: Told, _today: date) -> str:
    if one.review_on is None:
        return ""
    return _("look again on %(day)s") % {"day": date_format(one.review_on)}


def _people(one: Told, _today: date) -> str:
    count = one.people_count
    if not count:
        return ""
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": f"{count:,}"}


NOTES: dict[Stage, Callable[[Told, date], str]] = {
    Stage.TRYING: _stops,
    Stage.TAKEN_ON: _decided,
    Stage.EXISTING: _people,
    Stage.STOPPED: _decided,
    Stage.BACK_BURNER: _look_again,
    Stage.NOT_FORWARD: _decided,
}


def _everywhere(place: Place, count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(n)s happens everywhere in %(place)s, and so here too.",
        "%(n)s happen everywhere in %(place)s, and so here too.",
        count,
    ) % {"n": count, "place": place.name}
