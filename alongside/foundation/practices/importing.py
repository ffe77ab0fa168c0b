"""How the index of practice is filled from a sheet: the columns, and how they are read.

A council area is checked against the 32 where the nation is Scotland; other nations' areas are
kept as they are written, because cases come from everywhere.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.actions import Outcome, import_file
from alongside.foundation.files.imports.cells import (
    one_line,
    one_of,
    some_lines,
    some_of,
    web_address,
)
from alongside.foundation.files.imports.spec import (
    Column,
    Existing,
    ImportSpec,
    RowPlan,
    Standing,
    Values,
)
from alongside.foundation.files.sheets.parts import Words
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.foundation.places.reference import council_area_rows
from alongside.foundation.practices.actions import keep_practices
from alongside.foundation.practices.models import Practice

COS = {
    "commission": "commission", "co-commission": "commission",
    "design": "design", "co-design": "design",
    "deliver": "deliver", "co-deliver": "deliver",
    "assess": "assess", "co-assess": "assess",
    "programme": "programme",
}  # fmt: skip
# The words of the toolkit come first; our own keys and near words are understood too.
GROUPS = {
    "elected members": "elected", "councillors": "elected", "elected": "elected",
    "managers": "manager", "manager": "manager",
    "front-line staff": "staff", "staff": "staff", "frontline staff": "staff",
    "citizens": "resident", "residents": "resident", "resident": "resident",
}  # fmt: skip
# Columns of the file that have another name in the table.
FIELDS = {"nation": "nation_name"}

COLUMNS = (
    Column("title", _("what it is called"), one_line(160), needed=True, example="Repair café"),
    Column("nation", _("where: the nation"), one_line(60), example="Scotland"),
    Column(
        "council_area", _("where: the council area, if one is known"), one_line(80), example="Fife"
    ),
    Column(
        "service_area", _("such as Housing; or All services"), one_line(80), needed=True,
        example="Environment",
    ),
    Column(
        "co", _("commission, design, deliver, assess or programme"), one_of(COS), needed=True,
        example="deliver",
    ),
    Column("approach", _("the way of working"), one_line(60), example="co-performing"),
    Column(
        "what_happens", _("one or two sentences"), some_lines(4000), needed=True,
        example="Neighbours mend things together, and the council lends tools and the room.",
    ),
    Column(
        "who_takes_part",
        _("citizens; front-line staff; managers; elected members"),
        some_of(GROUPS),
        example="citizens; front-line staff",
    ),
    Column("scale", _("such as neighbourhood, council, national"), one_line(40), example="council"),
    Column("note", _("anything to know about the entry"), one_line(300)),
    Column(
        "rests_on",
        _("what the entry rests on: example, quotation, programme or change"),
        one_of({basis: basis for basis in Practice.Basis.values}),
        empty_keeps=True,
    ),
    Column("source", _("who tells of it, and when"), one_line(300), empty_keeps=True),
    Column("address", _("web address of the source"), web_address(), empty_keeps=True),
)  # fmt: skip


def import_practices(path: Path, place_slug: str) -> Outcome:
    """Import a file of practice into a place, for an operator; all or nothing, safe to repeat.

    Raises `SheetProblems` with every problem by row and column, `Refusal` for an unknown place.
    """
    place = Place.objects.filter(slug=place_slug).first()
    if place is None:
        raise Refusal("no_such_place", _("There is no place with this address."), status=404)
    return import_file(SPEC, place, content=path.read_bytes(), by=system_actor())


def _identity(values: Values) -> Hashable:
    return values["title"].casefold(), values.get("council_area", "").casefold()


def _existing(place: Place) -> Mapping[Hashable, Existing]:
    fields = [FIELDS.get(column.name, column.name) for column in COLUMNS]
    found: dict[Hashable, Existing] = {}
    for pk, *told in Practice.objects.in_place(place).values_list("pk", *fields):
        values = dict(zip((column.name for column in COLUMNS), told, strict=True))
        found[_identity(values)] = Existing(pk, values)
    return found


def _known_from_the_nation(place: Place) -> frozenset[Hashable]:
    """Every partnership reads its nation's entries: a second one of its own would say it twice."""
    if place.nation_id is None:
        return frozenset()
    told = Practice.objects.for_partnership(place).filter(place_id=place.nation_id)
    titles = told.values_list("title", "council_area")
    return frozenset((title.casefold(), area.casefold()) for title, area in titles)


@cache
def _council_areas() -> Mapping[str, str]:
    return {row["council_area"].casefold(): row["council_area"] for row in council_area_rows()}


def _check(_place: Place, rows: Sequence[tuple[int, Values]]) -> Iterator[tuple[int, str, Words]]:
    for number, values in rows:
        area = values.get("council_area", "")
        if not area:
            continue
        nation = values.get("nation", "").casefold()
        if not nation:
            yield number, "nation", _("Say in which nation this council area lies.")
        elif nation == "scotland" and area.casefold() not in _council_areas():
            yield number, "council_area", _unknown_area(area)


def _unknown_area(area: str) -> Words:
    close = get_close_matches(area.casefold(), _council_areas(), n=1)
    if close:
        words = _("“%(area)s” isn't one of the 32 council areas. Is it %(close)s?")
        return words % {"area": area, "close": _council_areas()[close[0]]}
    return _("“%(area)s” isn't one of the 32 council areas.") % {"area": area}


def _keep(place: Place, rows: Sequence[RowPlan], by: Actor) -> None:
    new = [_fields(row.values) for row in rows if row.standing is Standing.NEW]
    changed = {
        row.pk: _fields(row.values)
        for row in rows
        if row.standing is Standing.CHANGED and row.pk is not None
    }
    keep_practices(place, new=new, changed=changed, by=by)


def _fields(values: Values) -> dict[str, Any]:
    return {FIELDS.get(name, name): value for name, value in values.items()}


SPEC = ImportSpec(
    key="practices",
    title=_("Bring in practice from a file"),
    lead=_("Examples from elsewhere that fit what isn't happening here yet."),
    permission="practice.import",
    columns=COLUMNS,
    identity=_identity,
    existing=_existing,
    keep=_keep,
    check=_check,
    known=_known_from_the_nation,
    known_from=_("from the nation"),
    name_column="title",
    namespace="practices",
    done="practices:list",
)
