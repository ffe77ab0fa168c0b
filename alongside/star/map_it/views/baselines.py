"""Earlier results from other surveys: read them, write one down, bring some in, take one away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.files import flow
from alongside.foundation.members.mail import one_line
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.actions.baseline import SPEC, keep_baseline, remove_baseline
from alongside.star.map_it.actions.rounds import INSTRUMENT
from alongside.star.map_it.forms.baselines import BaselineForm
from alongside.star.map_it.queries.baselines import baselines_of
from alongside.star.map_it.queries.wording import Wording


@require_safe
@in_workspace("round.see_results")
def baselines(request: HttpRequest, place: Place) -> HttpResponse:
    """What other surveys found before."""
    words = words_of(place)
    context = {
        "baselines": baselines_of(place),
        "cos": [(co, words[f"{co}_name"]) for co in CO_KEYS],
        "can_edit": request.actor.may("round.edit", place.pk),  # type: ignore[attr-defined]
    }
    return render(request, "map_it/baselines.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("round.edit")
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Write down what another survey found."""
    words = words_of(place)
    answers = Wording(load_instrument(INSTRUMENT), words).answers
    form = BaselineForm(request.POST or None, words=words, answers=answers)
    if not form.is_valid():
        return render(request, "map_it/new_baseline.html", {"form": form})
    told = form.cleaned_data
    keep_baseline(
        place,
        label=told["label"],
        on=told["on"],
        source=told["source"],
        people_count=told["people_count"],
        levels=form.levels(),
        by=request.actor,  # type: ignore[attr-defined]
    )
    messages.success(request, _("Kept. It stands beside your results, as another survey's."))
    return redirect("map_it:baselines", place.slug)


@require_POST
@in_workspace("round.edit")
def remove(request: HttpRequest, place: Place) -> HttpResponse:
    """Take one away."""
    remove_baseline(place, label=one_line(request.POST.get("label", "")), by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Taken away."))
    return redirect("map_it:baselines", place.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("round.edit")
def upload(request: HttpRequest, place: Place) -> HttpResponse:
    """Choose a file."""
    return flow.upload_page(request, place, SPEC)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("round.edit")
def preview(request: HttpRequest, place: Place, *, staged: UUID) -> HttpResponse:
    """Look at what it would do, and confirm."""
    return flow.preview_page(request, place, SPEC, staged)


@require_safe
@in_workspace("round.edit")
def problems(request: HttpRequest, place: Place, *, staged: UUID) -> HttpResponse:
    """Take the problems away as a file."""
    return flow.problems_file(request, place, SPEC, staged)
