"""The page that shows who did what in a place: no values, no words, nobody's answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.history.models import Event
from alongside.foundation.members.models import Person
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place

ROWS = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One event, in words that somebody who never saw the tables can read."""

    event: Event
    name: str | None
    what: str
    changed: str


@require_safe
@in_workspace("history.see")
def history(request: HttpRequest, place: Place) -> HttpResponse:
    """What was done here, newest first."""
    page = Paginator(Event.objects.in_place(place.pk), ROWS).get_page(request.GET.get("page"))
    accounts = {e.actor_id for e in page if e.actor_kind == "person" and e.actor_id is not None}
    people = Person.objects.in_place(place).filter(user_id__in=accounts)
    names = {person.user_id: str(person) for person in people}
    lines = [
        Line(event, names.get(event.actor_id), _what(event), _spoken(event.changed_fields))
        for event in page
    ]
    return render(request, "site/history.html", {"page": page, "lines": lines})


def _what(event: Event) -> str:
    """The verb, and the thing where the verb does not name it: "Ask: job", "Edit place"."""
    verb = _spoken([event.verb]).capitalize()
    thing = _thing(event.subject_kind)
    named = not thing or set(thing.lower().split()) & set(verb.lower().split())
    return verb if named else f"{verb}: {thing}"


def _thing(kind: str) -> str:
    app, _dot, model = kind.partition(".")
    try:
        return str(apps.get_model(app, model)._meta.verbose_name)
    except (LookupError, ValueError):
        return _spoken([model])


def _spoken(names: Iterable[str]) -> str:
    return ", ".join(name.replace("_", " ").replace(".", " ") for name in names)
