"""How a partnership's services are filled from a sheet. It stands here because `places`, whose
nouns these are, lies below this room.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.imports.cells import one_line, one_of
from alongside.foundation.files.imports.spec import (
    Column,
    Existing,
    ImportSpec,
    RowPlan,
    Standing,
    Values,
)
from alongside.foundation.files.sheets.parts import Words
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.actions import (
    add_organisation,
    add_service,
    change_service,
)
from alongside.foundation.places.models import Organisation, Place, Service
from alongside.foundation.places.reference import starter_services

SECTORS = {
    "nhs": "nhs", "council": "council",
    "third sector": "third", "third": "third",
    "independent sector": "independent", "independent": "independent",
    "community body": "community", "community": "community",
    "police or fire": "police_fire", "police_fire": "police_fire",
}  # fmt: skip

COLUMNS = (
    Column(
        "name", _("what people call the service"), one_line(120), needed=True, example="Home care"
    ),
    Column(
        "organisation", _("who provides it"), one_line(120), empty_keeps=True,
        example="Strathmuir Council",
    ),
    Column(
        "sector",
        _("NHS, council, third sector, independent sector, community body, police or fire"),
        one_of(SECTORS), empty_keeps=True, example="council",
    ),
    Column(
        "starter_key",
        _("the kind of service in our starter list, so that cases that fit are found"),
        one_of({starter.key: starter.key for starter in starter_services()}),
        empty_keeps=True, example="home-care",
    ),
)  # fmt: skip


def _identity(values: Values) -> Hashable:
    return values["name"].casefold()


def _existing(place: Place) -> Mapping[Hashable, Existing]:
    services = Service.objects.in_place(place).values_list(
        "pk", "name", "organisation__name", "organisation__sector", "starter_key"
    )
    found: dict[Hashable, Existing] = {}
    for pk, name, organisation, sector, starter_key in services:
        values = {
            "name": name,
            "organisation": organisation or "",
            "sector": sector or "",
            "starter_key": starter_key,
        }
        found[_identity(values)] = Existing(pk, values)
    return found


def _check(place: Place, rows: Sequence[tuple[int, Values]]) -> Iterator[tuple[int, str, Words]]:
    ended = {
        name.casefold()
        for name in Service.objects.in_place(place)
        .filter(ended_on__isnull=False)
        .values_list("name", flat=True)
    }
    sectors = dict(Organisation.objects.in_place(place).values_list("name", "sector"))
    for number, values in rows:
        if values["name"].casefold() in ended:
            yield number, "name", _("This service has ended. Take the row out, or reopen it first.")
        yield from ((number, *problem) for problem in _check_organisation(values, sectors))


def _check_organisation(values: Values, sectors: dict[str, str]) -> Iterator[tuple[str, Words]]:
    """An organisation has one sector, told with it the first time."""
    organisation, sector = values.get("organisation", ""), values.get("sector", "")
    if not organisation:
        if sector:
            yield "organisation", _("Name the organisation whose sector this is.")
        return
    known = sectors.get(organisation, "")
    if not known and not sector:
        yield "sector", _("This organisation is new here: say which sector it belongs to.")
    elif known and sector and known != sector:
        yield (
            "sector",
            _("This organisation stands here, or in an earlier row, with another sector."),
        )
    sectors.setdefault(organisation, sector)


def _keep(place: Place, rows: Sequence[RowPlan], by: Actor) -> None:
    services = (
        Service.objects.in_place(place)
        .select_related("place")
        .in_bulk([row.pk for row in rows if row.pk])
    )
    for row in rows:
        organisation = _organisation(place, row.values, by)
        starter_key = row.values.get("starter_key", "")
        if row.standing is Standing.NEW:
            name = row.values["name"]
            add_service(place, name=name, organisation=organisation, starter_key=starter_key, by=by)
        elif row.pk is not None:
            told = {
                "name": row.values["name"],
                "organisation": organisation,
                "starter_key": starter_key,
            }
            changes = {key: value for key, value in told.items() if value}
            change_service(services[row.pk], by=by, **changes)


def _organisation(place: Place, values: Values, by: Actor) -> Organisation | None:
    name = values.get("organisation", "")
    return (
        add_organisation(place, name=name, sector=values.get("sector", ""), by=by) if name else None
    )


SPEC = ImportSpec(
    key="services",
    title=_("Bring in services from a file"),
    lead=_("The services that people here use, and who provides them."),
    permission="practice.import",
    columns=COLUMNS,
    identity=_identity,
    existing=_existing,
    keep=_keep,
    check=_check,
    name_column="name",
    namespace="files",
    done="places:services",
)
