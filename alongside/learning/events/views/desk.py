"""The organiser's desk: prepare an event, announce it, see how it stands, and what is left."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.gatherings.actions.after import (
    ANSWERED_WITHIN,
    add_material,
    remove_material,
    tell_what_came,
)
from alongside.foundation.gatherings.actions.agenda import add_agenda_item, remove_agenda_item
from alongside.foundation.gatherings.actions.gatherings import (
    cancel_gathering,
    change_gathering,
    hold_gathering,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.models import Gathering, Material
from alongside.foundation.gatherings.queries.bookings import numbers_of
from alongside.foundation.gatherings.queries.feedback import feedback_release
from alongside.foundation.gatherings.queries.lists import gatherings_in
from alongside.foundation.gatherings.rules import TRANSITIONS
from alongside.foundation.gatherings.wording import when_told
from alongside.foundation.places.doors import actor_of, in_workspace
from alongside.foundation.places.models import Place
from alongside.learning.events.doors import at_desk
from alongside.learning.events.forms.parts import AfterForm, AgendaForm, CancelForm, MaterialForm
from alongside.learning.events.forms.preparing import EventForm, shown_in_form
from alongside.learning.events.panels import agenda_of, facts_of, feedback_told, help_of

A_PAGE = 25


@require_safe
@in_workspace("gathering.run")
def events(request: HttpRequest, place: Place) -> HttpResponse:
    """Every event of the place: what is coming, or what is past."""
    is_past = request.GET.get("time") == "past"
    found = gatherings_in(place, is_past=is_past)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [{"event": one, "when": when_told(one)} for one in page],
        "page": page,
        "is_past": is_past,
        "query": {"time": "past"} if is_past else {},
    }
    return render(request, "events/desk/events.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("gathering.run")
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Begin an event as a draft."""
    ring = {"contact_name": place.contact_name, "contact_phone": place.contact_phone}
    data = request.POST if request.method == "POST" else None
    form = EventForm(data, place=place, initial=ring)
    if form.is_valid():
        made = prepare_gathering(
            place, form.told(), help_offered=form.help_offered(), by=actor_of(request)
        )
        return redirect("event_desk:event", place.slug, made.slug)
    return _form_page(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def edit(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Change what is said of it."""
    data = request.POST if request.method == "POST" else None
    form = EventForm(data, place=gathering.place, initial=shown_in_form(gathering))
    if form.is_valid():
        change_gathering(
            gathering, form.told(), help_offered=form.help_offered(), by=actor_of(request)
        )
        messages.success(request, _("Saved."))
        return redirect("event_desk:event", gathering.place.slug, gathering.slug)
    return _form_page(request, form, gathering)


def _form_page(request: HttpRequest, form: EventForm, gathering: Gathering | None) -> HttpResponse:
    context = {
        "form": form,
        "gathering": gathering,
        "help_fields": [form[name] for name in (*HELP_LABELS, "help_note")],
    }
    return render(request, "events/desk/edit.html", context, status=422 if form.is_bound else 200)


@require_safe
@at_desk
def event(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """How it stands, and what to do next."""
    verbs = {verb for state, verb in TRANSITIONS if state == gathering.state}
    context = {
        "gathering": gathering,
        "facts": facts_of(gathering),
        "help_rows": help_of(gathering),
        "agenda": agenda_of(gathering),
        "numbers": numbers_of(gathering),
        "verbs": verbs,
        "is_over": gathering.ends_at < timezone.now(),
        "cancel_form": CancelForm(),
    }
    return render(request, "events/desk/event.html", context)


@require_POST
@at_desk
def move(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Announce it, call it off, or note that it has taken place."""
    by, verb = actor_of(request), request.POST.get("verb", "")
    if verb == "publish":
        publish_gathering(gathering, by=by)
        messages.success(request, _("It is announced. People can find it and book."))
    elif verb == "cancel":
        form = CancelForm(request.POST)
        why = form.cleaned_data["why"] if form.is_valid() else ""
        cancel_gathering(gathering, why=why, by=by)
        messages.success(request, _("It is called off. Everybody who booked is told."))
    elif verb == "hold":
        hold_gathering(gathering, by=by)
    return redirect("event_desk:event", gathering.place.slug, gathering.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def agenda(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Put the parts of the day on the agenda, and take them off."""
    here = redirect("event_desk:agenda", gathering.place.slug, gathering.slug)
    if (number := _number(request)) is not None:
        remove_agenda_item(gathering, number=number, by=actor_of(request))
        return here
    form = AgendaForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("title", "speaker", "room")}
        starts_at = form.starts_at(gathering)
        add_agenda_item(gathering, starts_at=starts_at, **said, by=actor_of(request))
        return here
    context = {"gathering": gathering, "form": form, "agenda": agenda_of(gathering)}
    return render(request, "events/desk/agenda.html", context, status=422 if form.is_bound else 200)


def _number(request: HttpRequest) -> int | None:
    """The number of what is to be taken away, if that was asked for."""
    typed = request.POST.get("remove", "")
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > 18:
        raise Http404
    return int(typed)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def after(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """What came of it, what there is to read, how it was, and who came in numbers."""
    here = redirect("event_desk:after", gathering.place.slug, gathering.slug)
    if (number := _number(request)) is not None:
        remove_material(gathering, number=number, by=actor_of(request))
        return here
    told = AfterForm(
        request.POST if "what_came" in request.POST else None,
        initial={"what_came": gathering.what_came},
    )
    material = MaterialForm(request.POST if "link" in request.POST else None)
    saving: list[tuple[Any, Callable[..., Any]]] = [
        (told, tell_what_came),
        (material, add_material),
    ]
    for form, action in saving:
        if form.is_valid():
            action(gathering, **form.cleaned_data, by=actor_of(request))
            messages.success(request, _("Saved."))
            return here
    release = feedback_release(gathering)
    context = {
        "gathering": gathering,
        "told_form": told,
        "material_form": material,
        "materials": list(Material.objects.in_place(gathering.place).filter(gathering=gathering)),
        "numbers": numbers_of(gathering),
        "answers_end": gathering.ends_at + ANSWERED_WITHIN,
        "release": release,
        "feedback": feedback_told(release) if release else None,
        "has_errors": told.errors or material.errors,
    }
    is_wrong = told.is_bound or material.is_bound
    return render(request, "events/desk/after.html", context, status=422 if is_wrong else 200)
