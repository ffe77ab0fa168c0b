"""Pages on which the national team puts collections together."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.places.models import Place
from alongside.foundation.practices.queries.public import public_practice_at
from alongside.learning.case_studies.actions import collecting as actions
from alongside.learning.case_studies.doors import in_nation
from alongside.learning.case_studies.forms.collecting import CollectionForm, DescribeForm
from alongside.learning.case_studies.models import Collection
from alongside.learning.case_studies.queries.collections import (
    booklet_about,
    cases_in,
    cases_to_put_in,
    collection_at,
    collections_of,
)

DOINGS: Mapping[str, Callable[..., None]] = {
    "put-in": actions.put_in,
    "take-out": actions.take_out,
    "up": actions.move_up,
}


@require_safe
@in_nation("collection.edit")
def collections(request: HttpRequest, nation: Place) -> HttpResponse:
    """The nation's collections."""
    context = {"collections": collections_of(nation)}
    return render(request, "case_studies/collections/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_nation("collection.edit")
def new(request: HttpRequest, nation: Place) -> HttpResponse:
    """Begin one."""
    form = CollectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = actions.begin_collection(nation, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        return redirect("case_review:collection", nation.slug, made.slug)
    status = 422 if form.is_bound else 200
    return render(request, "case_studies/collections/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@in_nation("collection.edit")
def collection(request: HttpRequest, nation: Place, collection: str) -> HttpResponse:
    """What is in it and in which order; what is told of it; what could be put in."""
    found = _found(nation, collection)
    initial = {name: getattr(found, name) for name in DescribeForm.base_fields}
    form = DescribeForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        actions.describe_collection(found, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("case_review:collection", nation.slug, found.slug)
    wanted = request.GET.get("words", "").strip()[:80]
    context: dict[str, Any] = {
        "collection": found,
        "form": form,
        "cases": cases_in(found),
        "wanted": wanted,
        "could_add": cases_to_put_in(found, wanted),
        "booklet": booklet_about(found) if found.is_public else None,
    }
    status = 422 if form.is_bound else 200
    return render(request, "case_studies/collections/edit.html", context, status=status)


@require_POST
@in_nation("collection.edit")
def change(request: HttpRequest, nation: Place, collection: str, doing: str) -> HttpResponse:
    """Put a case in, take one out, or move one up."""
    found = _found(nation, collection)
    practice = public_practice_at(nation.slug, request.POST.get("case", "")[:80])
    if practice is None:
        messages.warning(request, _("This case is not in the library any more."))
    else:
        DOINGS[doing](found, practice, by=request.actor)  # type: ignore[attr-defined]
    return redirect("case_review:collection", nation.slug, found.slug)


def _found(nation: Place, slug: str) -> Collection:
    found = collection_at(nation, slug)
    if found is None:
        raise Http404
    return found
