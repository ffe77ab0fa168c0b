"""Take a case up: put what others did on the list of what could be tried here."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.practices.queries.public import public_practice_at
from alongside.learning.case_studies.actions.taking_up import take_up_case


@require_POST
@in_workspace("initiative.edit")
def take_up(request: HttpRequest, place: Place, nation: str, practice: str) -> HttpResponse:
    """Put it on the list; it names the case as its example."""
    found = public_practice_at(nation, practice)
    if found is None or found.place_id != place.nation_id:
        raise Http404
    made = take_up_case(place, found, by=request.actor)  # type: ignore[attr-defined]
    messages.success(
        request, _("It is on your list of what could be tried, with this case beside it.")
    )
    return redirect("initiatives:page", place.slug, made.slug)
