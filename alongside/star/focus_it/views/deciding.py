"""Pages on which it is decided what becomes of each item; and all decisions of a matrix."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.initiatives import rules as initiative_rules
from alongside.foundation.initiatives.forms import DecisionForm
from alongside.foundation.initiatives.models import Decision, Stage
from alongside.foundation.places.vocabulary import words_of
from alongside.star.focus_it.actions.deciding import decide_item
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Item, Matrix
from alongside.star.focus_it.queries.decisions import decisions_of
from alongside.star.focus_it.queries.results import results_of
from alongside.star.focus_it.queries.telling import agreement_words, field_name, value


@require_safe
@with_matrix("initiative.edit")
def choose(request: HttpRequest, matrix: Matrix, number: int) -> HttpResponse:
    """What people think of an item, and the verdicts that can be given."""
    rated = _found(matrix, number)
    latest = rated.latest
    verdicts = initiative_rules.verdicts_from(Stage(latest.verdict))
    context = {**rated.parts, "latest": latest, "verdicts": verdicts}
    return render(request, "focus_it/choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_matrix("initiative.edit")
def decide(request: HttpRequest, matrix: Matrix, number: int, verdict: str) -> HttpResponse:
    """Give one verdict, with what it needs."""
    rated = _found(matrix, int(number))
    latest = rated.latest
    stage = Stage(verdict)
    told = initiative_rules.VERDICTS[stage]
    if request.method != "POST" and stage not in initiative_rules.MOVES[Stage(latest.verdict)]:
        raise Http404
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        stage=stage,
        needs=(*told.needs, "reason"),  # those who rated read why
        initial={"seen": latest.pk},
    )
    if form.is_valid():
        decide_item(rated.item, verdict=stage, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("Noted. It stands on the activity's page and on the board."))
        return redirect("focus_it:decisions", matrix.place.slug, matrix.slug)
    context = {
        **rated.parts,
        "form": form,
        "verdict": told,
        "who_decides": matrix.activity.who_decides,
    }
    return render(request, "focus_it/decide.html", context, status=422 if form.is_bound else 200)


@require_safe
@with_matrix()
def decisions(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """What was decided on each item, why, by whom, and what still waits."""
    context = {
        "matrix": matrix,
        "rows": decisions_of(matrix, results_of(matrix), words_of(matrix.place)),
        "can_decide": request.actor.may("initiative.edit", matrix.place_id),  # type: ignore[attr-defined]
    }
    return render(request, "focus_it/decisions.html", context)


@dataclass(frozen=True, slots=True)
class _Rated:
    """An item that was rated and revealed, with what people think of it in a few facts."""

    matrix: Matrix
    item: Item
    facts: list[str]

    @property
    def latest(self) -> Decision:
        return list(self.item.initiative.decisions.all())[-1]

    @property
    def parts(self) -> dict[str, Any]:
        return {"matrix": self.matrix, "item": self.item, "facts": self.facts}


def _found(matrix: Matrix, number: int) -> _Rated:
    results = results_of(matrix)
    reading = results.item(number) if results else None
    if results is None or reading is None:
        raise Http404
    item, criteria = reading.item, results.criteria
    item.matrix, item.place, item.initiative.place = matrix, matrix.place, matrix.place
    means = [f"{c.name} {value(reading.of(c.key))}" for c in criteria]
    agreement = agreement_words(reading, criteria)
    facts = [field_name(reading.field, words_of(matrix.place)), *means, agreement]
    return _Rated(matrix, item, [fact for fact in facts if fact])
