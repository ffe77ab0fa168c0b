"""What is told of it: one case study that everybody reads, and one that is being written."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.actions.collecting import (
    begin_collection,
    describe_collection,
    put_in,
)
from alongside.learning.case_studies.actions.likening import work_out_likeness
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.actions.writing import (
    keep_contact,
    locked,
    save_page,
    start_case,
)
from alongside.learning.case_studies.models import PAGES
from alongside.learning.case_studies.queries.writing import page_seen


def tell_cases(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Write the cases of a story, each from its activity, and publish those that are finished."""
    for one in told["cases"]:
        _tell(place, one, by=by)
    if place.nation is not None:
        work_out_likeness(place.nation)
        _collect(place.nation, told["collection"])


def _collect(nation: Place, told: Mapping[str, Any]) -> None:
    """A collection as a national team would put it together; its booklet is made by the worker."""
    team = system_actor()
    words = {name: _words(told[name]) for name in ("title", "introduction")}
    collection = begin_collection(nation, by=team, **words)
    cases = {case.slug: case for case in Practice.objects.in_place(nation)}
    for slug in told["cases"]:
        put_in(collection, cases[slug], by=team)
    describe_collection(collection, is_public=True, by=team, **words)


def _tell(place: Place, one: Mapping[str, Any], *, by: Actor) -> None:
    initiative = Initiative.objects.in_place(place).get(title=one["activity"])
    key = uuid5(NAMESPACE_URL, f"alongside:{place.slug}:{initiative.slug}")
    case = start_case(place, key=key, initiative=initiative, by=by)
    for page, fields in PAGES.items():
        said = {name: _words(one[name]) for name in fields if name in one}
        case = save_page(case, page, seen=page_seen(case, page), by=by, **said)
    for contact in one["contacts"]:
        until = timezone.localdate() + timedelta(days=contact["shown_days"])
        reached = {key: contact[key] for key in ("role", "email", "phone")}
        keep_contact(case, name=contact["name"], expires_on=until, by=by, **reached)
    if one["is_published"]:
        team = system_actor()
        move_case(move_case(locked(case), "submit", by=team), "publish", by=team)


def _words(told: Any) -> Any:
    return told.strip() if isinstance(told, str) else told
