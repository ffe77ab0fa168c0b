"""The invented nation and its partnerships, with their bodies, services and wards."""

from collections.abc import Iterable, Mapping
from typing import Any

from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.actions import (
    ToldWard,
    add_organisation,
    add_service,
    add_wards,
    edit_place,
    open_nation,
    open_partnership,
)
from alongside.foundation.places.actions.squares import give_squares
from alongside.foundation.places.models import Place
from alongside.foundation.places.reference import starter_services
from alongside.site.demo.summary import story


def open_places(names: Iterable[str]) -> tuple[Place, dict[str, Place]]:
    """Open the nation and its partnerships. None of them covers a real council area."""
    by = system_actor()
    nation = open_nation(**story("people")["nation"], is_example=True, by=by)
    opened = {name: open_told_partnership(nation, story(name)) for name in names}
    squares = {place.slug: tuple(story(name)["square"]) for name, place in opened.items()}
    give_squares(nation, squares, by=by)
    return nation, opened


def open_told_partnership(nation: Place, told: Mapping[str, Any]) -> Place:
    """Open a partnership with the bodies, services and wards that its story tells of."""
    by = system_actor()
    place = open_partnership(
        nation=nation, name=told["name"], slug=told["slug"], is_example=True, by=by
    )
    contact = {key: told[key] for key in ("contact_name", "contact_phone", "contact_hours")}
    edit_place(place, by=by, **contact)
    bodies = {
        body["name"]: add_organisation(place, **body, by=by)
        for body in told.get("organisations", ())
    }
    names = {starter.key: starter.name for starter in starter_services()}
    for service in told.get("services", ()):
        add_service(
            place,
            name=names[service["key"]],
            starter_key=service["key"],
            organisation=bodies[service["by"]],
            by=by,
        )
    add_wards(place, [ToldWard(name) for name in told.get("wards", ())], by=by)
    return place
