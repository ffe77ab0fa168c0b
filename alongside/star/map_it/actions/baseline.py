"""Writes to earlier results from other surveys: keep, take away, bring in from a file."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.files.imports.cells import CellRefused, one_line, one_of
from alongside.foundation.files.imports.spec import Column, Existing, ImportSpec, RowPlan, Values
from alongside.foundation.files.sheets.parts import Words
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.star.map_it.models import Baseline
from alongside.star.map_it.models.answers import Co

LEVELS = ("0", "1", "2", "3", "4")
COS = {
    word: co.value
    for co in Co
    for word in (co.value, f"co-{co.value}")
} | {"decide": "commission", "do": "deliver", "check": "assess"}  # fmt: skip
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})$")


@transaction.atomic
def keep_baseline(
    place: Place,
    *,
    label: str,
    on: date,
    source: str,
    levels: Mapping[str, int],
    by: Actor,
    people_count: int | None = None,
) -> None:
    """Keep what another survey found; what stood under the same name is replaced as a whole."""
    _refuse_unless_allowed(place, by)
    label = " ".join(label.split())
    Baseline.objects.in_place(place).filter(label=label).delete()
    Baseline.objects.bulk_create(
        Baseline(
            place=place,
            label=label,
            on=on,
            co=co,
            level=level,
            people_count=people_count,
            source=source,
        )
        for co, level in levels.items()
    )
    record_event("keep_baseline", place, by=by, place_id=place.pk)


@transaction.atomic
def remove_baseline(place: Place, *, label: str, by: Actor) -> None:
    """Take an earlier survey away; taking it away twice is no harm."""
    _refuse_unless_allowed(place, by)
    removed, _by_model = Baseline.objects.in_place(place).filter(label=label).delete()
    if removed:
        record_event("remove_baseline", place, by=by, place_id=place.pk)


def _refuse_unless_allowed(place: Place, by: Actor) -> None:
    if not (place.is_writable and by.may("round.edit", place.pk)):
        raise Refusal("not_allowed", _("Only the programme lead can change earlier results."))


def _day(text: str) -> date | str:
    tidy = text.strip()
    if not tidy:
        return ""
    year_first, day_first = _YEAR_FIRST.match(tidy), _DAY_FIRST.match(tidy)
    try:
        if year_first:
            return date(*(int(part) for part in year_first.groups()))
        if day_first:
            day, month, year = (int(part) for part in day_first.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise CellRefused(_("Give a real date, such as 2025-11-04 or 4/11/2025."))


def _people(text: str) -> int | str:
    digits = text.strip().replace(",", "")
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 7 or int(digits) == 0:
        raise CellRefused(_("Give a whole number of people, or leave it empty."))
    return int(digits)


COLUMNS = (
    Column("label", gettext_lazy("what the survey is called"), one_line(140), needed=True,
           example="Staff survey 2025"),
    Column("co", gettext_lazy("commission, design, deliver or assess"), one_of(COS), needed=True,
           example="design"),
    Column("level", gettext_lazy("0 to 4: from nowhere to how we work"),
           one_of({level: level for level in LEVELS}), needed=True, example="2"),
    Column("date", gettext_lazy("when people were asked"), _day, needed=True, example="2025-11-04"),
    Column("people", gettext_lazy("how many answered"), _people, example="140"),
    Column("source", gettext_lazy("who asked, and where it can be read"), one_line(200), needed=True,
           example="Strathmuir Council, report of 2025, page 12"),
)  # fmt: skip


@dataclass(frozen=True)
class BaselineSpec(ImportSpec):
    """The import of earlier surveys, whose addresses lie below the Explorer's."""

    def address(self, name: str, place: Place, *more: Any) -> str:
        return reverse(f"map_it:baseline-{name}", args=[place.slug, *more])


def _identity(values: Values) -> Hashable:
    return values["label"], values["co"]


def _existing(place: Place) -> Mapping[Hashable, Existing]:
    found: dict[Hashable, Existing] = {}
    for row in Baseline.objects.in_place(place):
        values = {
            "label": row.label,
            "co": row.co,
            "level": str(row.level),
            "date": row.on,
            "people": row.people_count or "",
            "source": row.source,
        }
        found[_identity(values)] = Existing(row.pk, values)
    return found


def _check(_place: Place, rows: Sequence[tuple[int, Values]]) -> Iterator[tuple[int, str, Words]]:
    """One survey was held on one day."""
    first: dict[str, tuple[int, date]] = {}
    for number, values in rows:
        row, day = first.setdefault(values["label"], (number, values["date"]))
        if day != values["date"]:
            words = _("Row %(row)s gives another date for the same survey.")
            yield number, "date", words % {"row": row}


def _keep(place: Place, rows: Sequence[RowPlan], by: Actor) -> None:
    _refuse_unless_allowed(place, by)
    for row in rows:
        told = row.values
        Baseline.objects.in_place(place).update_or_create(
            label=told["label"],
            co=told["co"],
            defaults={
                "place": place,
                "level": int(told["level"]),
                "on": told["date"],
                "people_count": told.get("people") or None,
                "source": told["source"],
            },
        )


SPEC = BaselineSpec(
    key="baselines",
    title=gettext_lazy("Bring in results from another survey"),
    lead=gettext_lazy("A row for each of the four. They are shown beside the Star, as another's."),
    permission="round.edit",
    columns=COLUMNS,
    identity=_identity,
    existing=_existing,
    keep=_keep,
    check=_check,
    name_column="label",
    namespace="map_it",
    done="map_it:baselines",
)
