"""Pages with which a facilitator prepares a matrix."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.actions import criteria as criteria_actions
from alongside.star.focus_it.actions import matrices as actions
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.forms.preparing import (
    CriterionForm,
    MatrixForm,
    WeightsForm,
    initial_of,
)
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import criteria_of, matrices_of
from alongside.star.focus_it.queries.proposals import waiting_count
from alongside.star.focus_it.queries.sure_words import weight_words
from alongside.star.focus_it.rules import matrices as rules

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@in_workspace()
def matrices(request: HttpRequest, place: Place) -> HttpResponse:
    """All matrices of a place, the newest first."""
    by = request.actor  # type: ignore[attr-defined]
    context = {
        "matrices": matrices_of(place, by),
        "can_prepare": rules.can_prepare_matrices(by, place),
        "waiting": waiting_count(place)[0],
    }
    return render(request, "focus_it/matrices.html", context)


@READ_AND_WRITE
@in_workspace("room.hold")
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Prepare a matrix."""
    form = MatrixForm(_sent(request), place=place)
    if form.is_valid():
        matrix = _prepare(place, form, request)
        messages.success(request, _("Prepared. Now put on the list what people will rate."))
        return redirect("focus_it:items", place.slug, matrix.slug)
    return _form_page(request, "edit", form, {"is_new": True})


@transaction.atomic
def _prepare(place: Place, form: MatrixForm, request: HttpRequest) -> Matrix:
    by = request.actor  # type: ignore[attr-defined]
    matrix = actions.prepare_matrix(place, by=by, **form.told())
    actions.offer_help_with(matrix, by=by, **form.help_offered())
    return matrix


@READ_AND_WRITE
@with_matrix("room.hold")
def edit(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Change what was prepared, before it begins."""
    if request.method != "POST" and matrix.room.stage != Room.Stage.PREPARING:
        messages.info(request, _("It has begun. What people were told stays as it is."))
        return _to_matrix(matrix)
    form = MatrixForm(_sent(request), place=matrix.place, initial=initial_of(matrix))
    if form.is_valid():
        with transaction.atomic():
            by = request.actor  # type: ignore[attr-defined]
            actions.describe_matrix(matrix, by=by, **form.told())
            actions.offer_help_with(matrix, by=by, **form.help_offered())
        messages.success(request, _("Saved."))
        return _to_matrix(matrix)
    return _form_page(request, "edit", form, {"matrix": matrix})


def _form_page(
    request: HttpRequest, template: str, form: Any, context: dict[str, Any]
) -> HttpResponse:
    more = {"form": form, **context}
    status = 422 if form.is_bound else 200
    return render(request, f"focus_it/{template}.html", more, status=status)


@READ_AND_WRITE
@with_matrix("room.hold")
def questions(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """What is asked about every item, and how much each question counts."""
    criteria = criteria_of(matrix)
    form = WeightsForm(_sent(request), criteria=criteria)
    if form.is_valid():
        by = request.actor  # type: ignore[attr-defined]
        criteria_actions.weigh_criteria(matrix, weights=form.cleaned_data, by=by)
        messages.success(request, _("Saved."))
        return redirect("focus_it:questions", matrix.place.slug, matrix.slug)
    context = {
        "matrix": matrix,
        "criteria": criteria,
        "always": criteria_actions.ALWAYS,
        "may_change": matrix.room.stage == Room.Stage.PREPARING,
        "is_revealed": matrix.room.stage == Room.Stage.REVEALED or matrix.room.turn > 1,
        "is_over": matrix.room.stage == Room.Stage.ENDED,
        "weights": weight_words(criteria),
    }
    return _form_page(request, "questions", form, context)


@READ_AND_WRITE
@with_matrix("room.hold")
def add_question(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Ask one more question about every item."""
    form = CriterionForm(_sent(request))
    if form.is_valid():
        said = form.cleaned_data
        criteria_actions.add_criterion(
            matrix,
            name=said["name"],
            question=said["question"],
            anchors=form.anchors(),
            less_is_better=said["less_is_better"],
            by=request.actor,  # type: ignore[attr-defined]
        )
        return redirect("focus_it:questions", matrix.place.slug, matrix.slug)
    return _form_page(request, "question", form, {"matrix": matrix})


@require_POST
@with_matrix("room.hold")
def remove_question(request: HttpRequest, matrix: Matrix, key: str) -> HttpResponse:
    """Ask a question no more."""
    criterion = next((c for c in criteria_of(matrix) if c.key == key), None)
    if criterion is None:
        raise Http404
    criterion.matrix = matrix
    criteria_actions.remove_criterion(criterion, by=request.actor)  # type: ignore[attr-defined]
    return redirect("focus_it:questions", matrix.place.slug, matrix.slug)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _to_matrix(matrix: Matrix) -> HttpResponse:
    return redirect("focus_it:matrix", matrix.place.slug, matrix.slug)
