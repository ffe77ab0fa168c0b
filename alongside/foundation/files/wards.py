"""How a partnership's wards are filled from a sheet. It stands here for the same reason as
`services`: `places`, whose noun this is, lies below this room.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.imports.cells import one_line, one_of
from alongside.foundation.files.imports.spec import Column, Existing, ImportSpec, RowPlan, Values
from alongside.foundation.files.sheets.parts import Words
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.actions import (
    ToldWard,
    add_wards,
    change_ward,
    problems_with_wards,
)
from alongside.foundation.places.models import CouncilArea, Place
from alongside.foundation.places.queries import wards_of
from alongside.foundation.places.reference import council_area_rows

AREAS = {row["council_area"].casefold(): row["council_area"] for row in council_area_rows()}

COLUMNS = (
    Column("name", _("what the ward is called"), one_line(80), needed=True, example="Ferrylea"),
    Column(
        "code", _("its official code"), one_line(20), empty_keeps=True, example="S13999999",
    ),
    Column(
        "council_area", _("only where the partnership covers several"), one_of(AREAS),
        empty_keeps=True,
    ),
)  # fmt: skip


def _identity(values: Values) -> Hashable:
    return values["name"].casefold(), values.get("council_area", "")


def _existing(place: Place) -> Mapping[Hashable, Existing]:
    """What is there, by name and area; by name alone too, where only one ward has it."""
    wards = wards_of(place)
    found: dict[Hashable, Existing] = {}
    names = [ward.name.casefold() for ward in wards]
    for ward in wards:
        name, area = ward.name.casefold(), str(ward.council_area or "")
        known = Existing(ward.pk, {"name": ward.name, "code": ward.code, "council_area": area})
        found[name, area] = known
        if names.count(name) == 1:
            found[name, ""] = known
    return found


def _check(place: Place, rows: Sequence[tuple[int, Values]]) -> Iterator[tuple[int, str, Words]]:
    ended = {ward.name.casefold() for ward in wards_of(place) if ward.ended_on}
    for number, values in rows:
        if values["name"].casefold() in ended:
            yield number, "name", _("This ward has ended. Take the row out, or add it by hand.")
    told = _told([values for _number, values in rows])
    for at, words in problems_with_wards(place, told):
        yield rows[at][0], "name", words


def _keep(place: Place, rows: Sequence[RowPlan], by: Actor) -> None:
    add_wards(place, _told([row.values for row in rows if row.pk is None]), by=by)
    changed = [row for row in rows if row.pk is not None]
    wards = {ward.pk: ward for ward in wards_of(place)}
    for row, told in zip(changed, _told([row.values for row in changed]), strict=True):
        ward = wards[row.pk or 0]
        ward.place = place
        area = told.council_area or ward.council_area
        change_ward(ward, name=told.name, code=told.code or ward.code, council_area=area, by=by)


def _told(rows: Sequence[Values]) -> list[ToldWard]:
    areas = {area.name: area for area in CouncilArea.objects.all()}
    return [
        ToldWard(row["name"], row.get("code", ""), areas.get(row.get("council_area", "")))
        for row in rows
    ]


SPEC = ImportSpec(
    key="wards",
    title=_("Bring in wards from a file"),
    lead=_("The electoral wards of your council area, as the council lists them."),
    permission="practice.import",
    columns=COLUMNS,
    identity=_identity,
    existing=_existing,
    keep=_keep,
    check=_check,
    name_column="name",
    namespace="ward_files",
    done="places:wards",
)
