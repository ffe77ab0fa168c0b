"""Privacy and assurance: what is kept, why, for how long, and who answers for it."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.consent.models import Activity
from alongside.foundation.places.doors import at_the_front, open_to_everyone
from alongside.foundation.places.models import Place
from alongside.site.assurance import lawful_bases, personal_tables, whole_map
from alongside.star.map_it.models import Round


@require_safe
@open_to_everyone
def assurance(request: HttpRequest) -> HttpResponse:
    """For this installation."""
    return render(request, "site/assurance.html", _facts())


@require_safe
@at_the_front
def place_assurance(request: HttpRequest, place: Place) -> HttpResponse:
    """For one partnership, with each of its activities; what is being prepared is members' own."""
    activities = Activity.objects.in_place(place).exclude(round__state=Round.State.DRAFT)
    activities = activities.select_related("notice").order_by("-pk")
    return render(request, "site/assurance.html", {**_facts(), "activities": activities})


def _facts() -> dict[str, Any]:
    # The data map stays as it is while the software runs: the page keeps what it says of it.
    head = [_("Field"), _("Class"), _("Kept"), _("In your file"), _("When a person is erased")]
    return {
        "tables": personal_tables,
        "whole_map": whole_map,
        "map_head": head,
        "bases": lawful_bases(),
        "operator": urlsplit(settings.BASE_URL).netloc,
    }
