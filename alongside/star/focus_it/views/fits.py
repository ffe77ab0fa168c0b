"""What fits into the money and the time there is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import refuse_unless
from alongside.star.focus_it.actions.fits import ask_what_fits
from alongside.star.focus_it.actions.matrices import NOT_ALLOWED
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.forms.fits import LimitsForm
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.fit_words import choices_of, fit_of
from alongside.star.focus_it.queries.matrices import items_of
from alongside.star.focus_it.queries.releases import latest_figures
from alongside.star.focus_it.rules import matrices as rules


@require_http_methods(["GET", "HEAD", "POST"])
@with_matrix("round.see_results")
def fits(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """The set chosen last, and how often each item is in it; a form to choose within other limits."""
    can_run = rules.can_run_matrix(request.actor, matrix)  # type: ignore[attr-defined]
    if request.method == "POST":
        refuse_unless(can_run, NOT_ALLOWED)
    form = LimitsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        job = ask_what_fits(matrix, **form.cleaned_data, by=request.actor)  # type: ignore[attr-defined]
        return redirect("jobs:job", matrix.place.slug, job.public_id)
    items = items_of(matrix)
    found = [fit_of(choice, items) for choice in choices_of(matrix)]
    context = {
        "matrix": matrix,
        "form": form,
        "fit": found[0] if found else None,
        "earlier": found[1:],
        "is_revealed": latest_figures(matrix) is not None,
        "can_run": can_run,
    }
    return render(request, "focus_it/fits.html", context)
