"""The desk of those who write: posts and their states, topics, series, authors."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.places.doors import for_account_holders, in_workspace
from alongside.foundation.places.models import Place
from alongside.learning.blog.actions.labels import keep_label, take_away_label
from alongside.learning.blog.actions.spaces import open_space
from alongside.learning.blog.label_forms import FORMS, KINDS
from alongside.learning.blog.models.labels import Label
from alongside.learning.blog.queries.desk import desk_lines
from alongside.learning.blog.rules import can_publish_posts, can_write_posts


@require_safe
@for_account_holders
def my_desk(request: HttpRequest) -> HttpResponse:
    """Lead to the desk of the place that somebody writes for; let them choose among several."""
    actor = request.actor  # type: ignore[attr-defined]
    mine = [p for p in Place.objects.visible_to(actor) if can_write_posts(actor, p)]
    if len(mine) == 1:
        return redirect("blog_desk:desk", mine[0].slug)
    return render(request, "blog/my_desk.html", {"places": mine})


@require_safe
@in_workspace("story.write")
def desk(request: HttpRequest, place: Place) -> HttpResponse:
    """Every post of a place, what state it is in, and what is wrong with it."""
    actor, nation = request.actor, place.nation or place  # type: ignore[attr-defined]
    shelves = {
        kind: model.objects.in_place(nation if kind == "topic" else place)
        for kind, model in KINDS.items()
    }
    context = {
        "lines": desk_lines(place),
        "shelves": shelves,
        "nation": nation,
        "may_publish": can_publish_posts(actor, place),
        "may_write": can_write_posts(actor, place),
        "is_nation": place.kind == Place.Kind.NATION,
    }
    return render(request, "blog/desk.html", context)


@require_POST
@in_workspace("story.write")
def write(request: HttpRequest, place: Place) -> HttpResponse:
    """Begin a post or a page: opens the place's part of the blog the first time."""
    space = open_space(place, by=request.actor)  # type: ignore[attr-defined]
    model = "prose" if request.POST.get("what") == "prose" else "post"
    return redirect("wagtailadmin_pages:add", "blog", model, space.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("story.publish")
def label(request: HttpRequest, place: Place, kind: str, slug: str = "") -> HttpResponse:
    """Add or change a topic, a series or an author."""
    form_of = FORMS.get(kind)
    if form_of is None:
        raise Http404
    found = _label_at(place, kind, slug) if slug else None
    form: Any = form_of(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        keep_label(form.save(commit=False), place=place, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Kept."))
        return redirect("blog_desk:desk", place.slug)
    new = {"topic": _("Add a topic"), "series": _("Add a series"), "author": _("Add an author")}
    heading = found.name if found else new[kind]
    context = {"form": form, "kind": kind, "label": found, "heading": heading}
    return render(request, "blog/label.html", context)


@require_POST
@in_workspace("story.publish")
def take_away(request: HttpRequest, place: Place, kind: str, slug: str) -> HttpResponse:
    """Take a topic, series or author away."""
    take_away_label(_label_at(place, kind, slug), by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Taken away. Posts stay as they are."))
    return redirect("blog_desk:desk", place.slug)


def _label_at(place: Place, kind: str, slug: str) -> Label:
    model = KINDS.get(kind)
    if model is None:
        raise Http404
    return get_object_or_404(model.objects.in_place(place), slug=slug)
