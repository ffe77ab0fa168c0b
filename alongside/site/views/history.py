"""The page that shows who did what in a place: no values, no words, nobody's answers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.history.models import Event
from alongside.foundation.members.models import Person
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place

ROWS = 50


@require_safe
@in_workspace("history.see")
def history(request: HttpRequest, place: Place) -> HttpResponse:
    """What was done here, newest first."""
    page = Paginator(Event.objects.in_place(place.pk), ROWS).get_page(request.GET.get("page"))
    accounts = {e.actor_id for e in page if e.actor_kind == "person" and e.actor_id is not None}
    people = Person.objects.in_place(place).filter(user_id__in=accounts)
    names = {person.user_id: str(person) for person in people}
    rows = [(event, names.get(event.actor_id)) for event in page]
    return render(request, "site/history.html", {"page": page, "rows": rows})
