"""Which map's Star stands on the board as the partnership's own.

A new Star takes the place of the one before if it says as much: about as many services, and not
from a first hour where the other was a full map. One that says less waits until the lead decides.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import latest_release, standing_star
from alongside.star.map_it.rules import rounds as rules

VERB = "show_as_star"


@transaction.atomic
def show_as_star(round_: Round, *, by: Actor) -> None:
    """Let the Star of this map stand on the board, instead of the one that stands there."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), rules.NOT_ALLOWED)
    if latest_release(round_) is None:
        raise Refusal("no_results", _("This map has no Star yet."), status=409)
    _stand(round_, by=by)


def stand_if_due(round_: Round, release: Release, *, by: Actor) -> None:
    """Let a Star that was just drawn for the first time stand on the board, if it says enough."""
    if release.number > 1:
        return
    present = standing_star(round_.place)
    if present is None or _takes_over(round_, release.bundle, *present):
        _stand(round_, by=by)


def _takes_over(
    round_: Round, bundle: Mapping[str, Any], present: Round, present_release: Release
) -> bool:
    if round_.is_provisional != present.is_provisional:
        return present.is_provisional
    before = present_release.bundle
    if _says_something(before) and not _says_something(bundle):
        return False
    return len(bundle["services"]) >= len(before["services"])


def _says_something(bundle: Mapping[str, Any]) -> bool:
    return any(point["markers"] for point in bundle["points"])


def _stand(round_: Round, *, by: Actor) -> None:
    Round.objects.in_place(round_.place).filter(is_star=True).update(is_star=False)
    round_.is_star = True
    round_.save(update_fields=["is_star"])
    record_event(VERB, round_, by=by, place_id=round_.place_id)
