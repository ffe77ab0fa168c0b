"""Pages of the list: what will be rated."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.initiatives.queries import initiatives_with_stage
from alongside.foundation.places.vocabulary import words_of
from alongside.star.focus_it.actions import items as actions
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.forms.items import IdeaForm, ItemForm
from alongside.star.focus_it.models import Item, Matrix
from alongside.star.focus_it.queries.matrices import items_of

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])
RATEABLE = (Stage.CANDIDATE, Stage.BACK_BURNER, Stage.EXISTING, Stage.TAKEN_ON, Stage.TRYING)


@require_safe
@with_matrix("room.hold")
def items(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """What is on the list, and what could be put on it."""
    listed = items_of(matrix)
    words = words_of(matrix.place)
    known = {item.initiative_id for item in listed}
    found = initiatives_with_stage(matrix.place).at(*RATEABLE).exclude(pk__in=known)
    wanted = request.GET.get("words", "").strip()[:80]
    if wanted:
        found = found.filter(title__icontains=wanted)
    context = {
        "matrix": matrix,
        "items": [{"item": i, "co": words[f"{i.initiative.co}_short"]} for i in listed],
        "wanted": wanted,
        "could_add": _by_stage(found),
    }
    return render(request, "focus_it/items.html", context)


def _by_stage(found: Any) -> list[dict[str, Any]]:
    rows: dict[str, list[Initiative]] = {stage.value: [] for stage in RATEABLE}
    for initiative in found:
        rows[initiative.stage].append(initiative)
    return [
        {"stage": Stage(stage).label, "initiatives": initiatives}
        for stage, initiatives in rows.items()
        if initiatives
    ]


@require_POST
@with_matrix("room.hold")
def add(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Put what was ticked on the list."""
    slugs = request.POST.getlist("initiative")[:200]
    found = initiatives_with_stage(matrix.place).filter(slug__in=slugs)
    for initiative in found:
        actions.add_item(matrix, initiative, origin=_origin_of(initiative), by=request.actor)  # type: ignore[attr-defined]
    if not found:
        messages.warning(request, _("Tick at least one first."))
    return redirect("focus_it:items", matrix.place.slug, matrix.slug)


def _origin_of(initiative: Any) -> str:
    if initiative.origin.startswith("proposal:"):
        return Item.Origin.RESIDENT
    return Item.Origin.EXISTING if initiative.stage == Stage.EXISTING else Item.Origin.CANDIDATE


@READ_AND_WRITE
@with_matrix("room.hold")
def idea(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Put a new idea on the list."""
    data = request.POST if request.method == "POST" else None
    form = IdeaForm(data, words=words_of(matrix.place), initial={"submission_key": uuid.uuid4()})
    if form.is_valid():
        said = form.cleaned_data
        key = str(said.pop("submission_key"))
        actions.add_idea(matrix, submission_key=key, by=request.actor, **said)  # type: ignore[attr-defined]
        return redirect("focus_it:items", matrix.place.slug, matrix.slug)
    context = {"matrix": matrix, "form": form, "is_idea": True}
    return render(request, "focus_it/item.html", context, status=422 if form.is_bound else 200)


@READ_AND_WRITE
@with_matrix("room.hold")
def item(request: HttpRequest, matrix: Matrix, number: int) -> HttpResponse:
    """Change what people read of an item."""
    found = _found(matrix, number)
    data = request.POST if request.method == "POST" else None
    initial = {name: getattr(found, name) for name in ItemForm.base_fields}
    form = ItemForm(data, initial=initial)
    if form.is_valid():
        changed = actions.change_item(found, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        if changed.version > found.version:
            messages.info(request, _("Its words changed, so whoever rated it is asked again."))
        return redirect("focus_it:items", matrix.place.slug, matrix.slug)
    context = {"matrix": matrix, "form": form, "item": found}
    return render(request, "focus_it/item.html", context, status=422 if form.is_bound else 200)


@require_POST
@with_matrix("room.hold")
def withdraw(request: HttpRequest, matrix: Matrix, number: int) -> HttpResponse:
    """Take an item off the list."""
    found = _found(matrix, number)
    actions.withdraw_item(found, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Taken off the list. Its ratings are kept, and not counted."))
    return redirect("focus_it:items", matrix.place.slug, matrix.slug)


def _found(matrix: Matrix, number: int) -> Item:
    found = next((item for item in items_of(matrix) if item.number == number), None)
    if found is None:
        raise Http404
    found.matrix, found.place = matrix, matrix.place
    return found
