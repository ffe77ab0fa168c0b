"""What happens in one ward: for the brief of a councillor. It knows activities and no answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.queries import SOON, count_everywhere, initiatives_in
from alongside.foundation.places.models import Ward

# How many of one kind a page of A4 has room for; the list has them all.
MOST = 4


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


def ward_panel(ward: Ward, *, today: date) -> dict[str, Any]:
    """Return what is tried, decided, happening and possible in a ward. Two queries."""
    found: list[Any] = list(initiatives_in(ward))
    kinds = ((stage, title, [i for i in found if i.stage == stage]) for stage, title in _titles())
    return {
        "ward": ward,
        "groups": [
            WardGroup(
                title,
                stage,
                [_line(initiative, today) for initiative in some[:MOST]],
                max(0, len(some) - MOST),
            )
            for stage, title, some in kinds
            if some
        ],
        "everywhere": _everywhere(count_everywhere(ward.place)),
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


def _line(initiative: Any, today: date) -> WardLine:
    note = NOTES.get(Stage(initiative.stage))
    is_soon = initiative.stage == Stage.TRYING and _is_soon(initiative.stops_on, today)
    return WardLine(
        initiative.title, initiative.slug, note(initiative, today) if note else "", is_soon
    )


def _is_soon(day: date | None, today: date) -> bool:
    return day is not None and day <= today + SOON


def _stops(initiative: Any, today: date) -> str:
    if initiative.stops_on is None:
        return ""
    words = _("stops on %(day)s") if initiative.stops_on >= today else _("was to stop on %(day)s")
    return words % {"day": date_format(initiative.stops_on)}


def _decided(initiative: Any, _today: date) -> str:
    return _("on %(day)s") % {"day": date_format(initiative.decided_on)}


def _look_again(initiative: Any, _today: date) -> str:
    if initiative.review_on is None:
        return ""
    return _("look again on %(day)s") % {"day": date_format(initiative.review_on)}


def _people(initiative: Any, _today: date) -> str:
    count = initiative.people_count
    if not count:
        return ""
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": f"{count:,}"}


NOTES: dict[Stage, Callable[[Any, date], str]] = {
    Stage.TRYING: _stops,
    Stage.TAKEN_ON: _decided,
    Stage.EXISTING: _people,
    Stage.STOPPED: _decided,
    Stage.BACK_BURNER: _look_again,
    Stage.NOT_FORWARD: _decided,
}


def _everywhere(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(n)s more happens everywhere, and so here too.",
        "%(n)s more happen everywhere, and so here too.",
        count,
    ) % {"n": count}
