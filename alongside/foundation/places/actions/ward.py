"""Writes to the list of wards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places import rules
from alongside.foundation.places.models import EVERYWHERE, CouncilArea, Place, Ward
from alongside.foundation.places.queries import areas_of
from alongside.foundation.places.slugs import first_free

Words = Any  # a text or a lazily translated text


@dataclass(frozen=True, slots=True)
class ToldWard:
    """A ward as somebody told of it. Without an area it lies in the only one, where there is one."""

    name: str
    code: str = ""
    council_area: CouncilArea | None = None


@transaction.atomic
def add_wards(place: Place, told: Sequence[ToldWard], *, by: Actor) -> int:
    """Put wards on the list, all of them or none; returns how many were not there before.

    One that is there already stays as it is, but takes on a code; one that had ended stands again.
    """
    _refuse_unless_editable(by, place)
    for _at, words in problems_with_wards(place, told):
        raise Refusal("ward_refused", words, status=409)
    areas, known = areas_of(place), _known(place)
    return sum(_add(place, known, _placed(one, areas), by=by) for one in told)


def _add(
    place: Place, known: dict[tuple[str, int | None], Ward], told: ToldWard, *, by: Actor
) -> int:
    ward = known.get(_same(told))
    if ward is None:
        known[_same(told)] = ward = Ward.objects.create(
            place=place,
            name=told.name,
            slug=_free_slug(told.name, {ward.slug for ward in known.values()}),
            code=told.code,
            council_area=told.council_area,
        )
        record_event("add_ward", ward, by=by, place_id=place.pk)
        return 1
    has_ended = ward.ended_on is not None
    _save(ward, {"ended_on": None, "code": told.code or ward.code}, by=by)
    return int(has_ended)


@transaction.atomic
def change_ward(
    ward: Ward, *, name: str, by: Actor, code: str = "", council_area: CouncilArea | None = None
) -> Ward:
    """Change what a ward is called, its code or its council area."""
    _refuse_unless_editable(by, ward.place)
    told = ToldWard(name, code, council_area)
    for _at, words in problems_with_wards(ward.place, [told], but=ward):
        raise Refusal("ward_refused", words, status=409)
    told = _placed(told, areas_of(ward.place))
    changes = {"name": told.name, "code": told.code, "council_area": told.council_area}
    return _save(ward, changes, by=by)


@transaction.atomic
def end_ward(ward: Ward, *, by: Actor) -> Ward:
    """Note that a ward ended, as after a review of boundaries; what happened there stays."""
    _refuse_unless_editable(by, ward.place)
    return _save(ward, {"ended_on": ward.ended_on or timezone.localdate()}, by=by)


@transaction.atomic
def remove_ward(ward: Ward, *, by: Actor) -> None:
    """Take a ward off the list that was put there by mistake; refused when it is in use."""
    _refuse_unless_editable(by, ward.place)
    record_event("remove_ward", ward, by=by, place_id=ward.place_id)
    try:
        ward.delete()
    except ProtectedError:
        raise Refusal(
            "ward_in_use",
            _(
                "Somebody or something belongs to this ward, so it can't go. Say that it has ended: "
                "what happened there stays, and nobody chooses it from then on."
            ),
            status=409,
        ) from None


def problems_with_wards(
    place: Place, told: Sequence[ToldWard], *, but: Ward | None = None
) -> Iterable[tuple[int, Words]]:
    """Return what stands against putting wards on the list: which of them, and what to do.

    `but` is the ward that is changed. Two queries.
    """
    areas, known = areas_of(place), _known(place)
    if but is not None:
        known.pop(_same(but))
    codes = {ward.code.casefold(): ward.name for ward in known.values() if ward.code}
    for at, one in enumerate(told):
        same = known.get(_same(_placed(one, areas)))
        if same and but:
            yield at, _("Another ward has this name already.")
        elif words := _problem_with_area(one, areas, but) or _problem_with_code(one, same, codes):
            yield at, words
        if one.code:
            codes.setdefault(one.code.casefold(), one.name)


def _problem_with_area(one: ToldWard, areas: Sequence[CouncilArea], but: Ward | None) -> Words:
    may_be = [*areas, but.council_area] if but else areas
    if one.council_area and one.council_area not in may_be:
        return _("%(area)s is not covered here.") % {"area": one.council_area}
    if len(areas) > 1 and not one.council_area:
        return _("Say in which council area “%(name)s” lies.") % {"name": one.name}
    return None


def _problem_with_code(one: ToldWard, same: Ward | None, codes: Mapping[str, str]) -> Words:
    """A code is one ward's, and a ward has one."""
    code = one.code.casefold()
    if same and code and same.code and same.code.casefold() != code:
        has = {"name": same.name, "code": same.code}
        return _("“%(name)s” stands here with the code %(code)s.") % has
    if code in codes and not (same and same.code.casefold() == code):
        told = {"code": one.code, "name": codes[code]}
        return _("The code %(code)s belongs to “%(name)s”.") % told
    return None


def _known(place: Place) -> dict[tuple[str, int | None], Ward]:
    wards = Ward.objects.in_place(place).select_related("council_area")
    return {_same(ward): ward for ward in wards}


def _same(ward: ToldWard | Ward) -> tuple[str, int | None]:
    """What makes two wards one: the same name in the same council area, whatever its capitals."""
    return ward.name.casefold(), ward.council_area.pk if ward.council_area else None


def _placed(told: ToldWard, areas: Sequence[CouncilArea]) -> ToldWard:
    only = areas[0] if len(areas) == 1 else None
    return ToldWard(" ".join(told.name.split()), told.code.strip(), told.council_area or only)


def _save(ward: Ward, changes: dict[str, Any], *, by: Actor) -> Ward:
    changed = {key for key, value in changes.items() if getattr(ward, key) != value}
    for key in changed:
        setattr(ward, key, changes[key])
    if changed:
        ward.save(update_fields=sorted(changed))
        record_event("change_ward", ward, by=by, place_id=ward.place_id, fields=changed)
    return ward


def _free_slug(name: str, taken: set[str]) -> str:
    base = slugify(name)[:70] or "ward"
    return first_free(base, taken | {EVERYWHERE})


def _refuse_unless_editable(by: Actor, place: Place) -> None:
    if not rules.can_edit_place(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can change the list of wards."))
