"""The part of the brief that tells of one ward: the reader's own, or the one they ask for.

It reads activities and the list of wards, never answers: a map's figures know no ward.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from alongside.foundation.initiatives.panels import ward_panel
from alongside.foundation.initiatives.queries import Told
from alongside.foundation.members.queries import wards_and_own
from alongside.foundation.places.models import Place, Ward
from alongside.star.board.forms.ward import WhichWardForm


@dataclass(frozen=True, slots=True)
class WhichWard:
    """The wards on a partnership's list, and which of them a brief tells of."""

    listed: list[Ward]
    own: Ward | None
    asked: Ward | None


def which_ward(request: HttpRequest, place: Place) -> WhichWard:
    """Somebody elected sees their own without asking; `?ward=` asks for another one, or none."""
    listed, own = wards_and_own(place, request.actor)  # type: ignore[attr-defined]
    slug = request.GET.get("ward")
    named = next((ward for ward in listed if ward.slug == slug), own)
    return WhichWard(listed, own, None if slug == "" else named)


def ward_parts(
    request: HttpRequest, place: Place, which: WhichWard, told: list[Told]
) -> dict[str, Any]:
    """Return what the brief says of the ward; nothing to members where no wards are listed."""
    may = request.actor.may  # type: ignore[attr-defined]
    if not which.listed:
        return {"may_list_wards": may("place.edit", place.pk)}
    parts: dict[str, Any] = {
        "which_ward": WhichWardForm(wards=which.listed, now=which.asked),
        "ward_is_own": which.asked == which.own,
        "may_edit": may("initiative.edit", place.pk),
    }
    if which.asked is None:
        return parts
    which.asked.place = place  # at hand already: not asked for again
    return {**parts, "ward": ward_panel(which.asked, told, today=timezone.localdate())}
