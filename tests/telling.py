"""A case study for tests: written in full, sent in, published."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.actions.collecting import (
    begin_collection,
    describe_collection,
    keep_booklet,
    put_in,
)
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.actions.writing import (
    keep_contact,
    locked,
    save_page,
    start_case,
)
from alongside.learning.case_studies.models import PAGES, CaseContact, CaseStudy, Collection
from alongside.learning.case_studies.queries.writing import page_seen

TOLD: dict[str, Any] = {
    "title": "Neighbours keep an eye on falls",
    "co": "deliver",
    "also_cos": ["assess"],
    "approach": "co-performing",
    "service_area": "Home care",
    "groups": ["resident", "staff"],
    "people_count": 42,
    "introduction": "Neighbours look in on people who fell. It began with a kettle.",
    "objectives": "Fewer falls at home.",
    "outcomes": "Fewer people fell twice.",
    "outcome_kinds": ["safety"],
    "indicators": [{"what": "Falls", "before": "41", "after": "27", "source": "the falls team"}],
    "evidence": "counted",
    "cost_pence": 320_000,
    "learning": "Ask the neighbours first.",
    "did_not_work": "The leaflet about marmalade.",
    "author_name": "Cara of Strathmuir",
    "written_on": timezone.localdate(),
    "permission": "agreed",
}


def write_case(place: Place, *, by: Actor, **told: Any) -> CaseStudy:
    """A case with all that it needs, and somebody to ask."""
    told = {**TOLD, **told}
    case = start_case(place, key=uuid4(), title=told["title"], by=by)
    for page, fields in PAGES.items():
        said = {name: told[name] for name in fields if name in told}
        case = save_page(case, page, seen=page_seen(case, page), by=by, **said)
    until = timezone.localdate() + timedelta(days=200)
    keep_contact(case, name="Mo", email="mo@example.org", expires_on=until, by=by)
    return locked(case)


def publish_case(place: Place, *, by: Actor, team: Actor, **told: Any) -> CaseStudy:
    """The same, sent in by its partnership and published by the national team."""
    case = move_case(write_case(place, by=by, **told), "submit", by=by)
    return move_case(case, "publish", by=team)


def furnish_cases(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """A case that is being written, and one that was sent in; the nation has its collection."""
    own = write_case(place, title=f"Case {told}", by=by)
    sent = move_case(write_case(place, title=f"Sent case {told}", by=by), "submit", by=by)
    contact = CaseContact.objects.in_place(place).filter(case=own).get()
    names = {"own-case": own.slug, "sent-case": sent.slug, "case-contact": str(contact.pk)}
    return {**names, "collection": "collection"}


def furnish_collection(nation: Place, *, by: Actor) -> Collection:
    """A public collection with the nation's case in it, and a booklet as the job would make it."""
    made = begin_collection(nation, title="Collection", introduction="Why these.", by=by)
    put_in(made, Practice.objects.in_place(nation).get(slug="case"), by=by)
    describe_collection(made, title=made.title, introduction="Why.", is_public=True, by=by)
    with transaction.atomic():
        keep_booklet(made, by=by, pdf=b"%PDF-", epub=b"PK", inputs_hash="made")
    return made
