"""Pages with which a lead prepares and runs a map."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Group
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.vocabulary import words_of
from alongside.star.map_it.actions import rounds as actions
from alongside.star.map_it.actions import standing
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.forms.rounds import (
    MendForm,
    MoreTimeForm,
    RoundForm,
    mended,
    prepared,
)
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.record import names_on_record
from alongside.star.map_it.queries.round_page import round_facts, rounds_of
from alongside.star.map_it.rules import rounds as rules


@require_safe
@in_workspace()
def list_rounds(request: HttpRequest, place: Place) -> HttpResponse:
    return render(
        request,
        "map_it/rounds.html",
        {
            "rounds": rounds_of(place),
            "can_edit": request.actor.may("round.edit", place.pk),  # type: ignore[attr-defined]
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("round.edit")
def new_round(request: HttpRequest, place: Place) -> HttpResponse:
    form = RoundForm(request.POST or None, place=place, words=words_of(place))
    if not form.is_bound:
        form.fields["title"].initial = _("Map of %(year)s") % {"year": timezone.localdate().year}
    if form.is_valid():
        round_ = _prepare(place, form, request)
        messages.success(request, _("Prepared. Check it, then open it for answers."))
        return redirect("map_it:round", place.slug, round_.slug)
    return render(request, "map_it/round_form.html", _fields(form))


def _fields(form: MendForm) -> dict[str, Any]:
    """The form, with its rows of fields side by side."""
    return {
        "form": form,
        "asked_fields": [form[f"asked_{group}"] for group in Group.values],
        "help_fields": [form[name] for name in Activity.HELP_FIELDS],
    }


@transaction.atomic
def _prepare(place: Place, form: RoundForm, request: HttpRequest) -> Round:
    clean, by = form.cleaned_data, request.actor  # type: ignore[attr-defined]
    round_ = actions.prepare_round(
        place,
        title=clean["title"],
        opens_at=timezone.now(),
        closes_at=form.closes_at(),
        services=Service.objects.in_place(place).filter(slug__in=clean["services"]),
        mode=clean["mode"],
        asked=form.asked(),
        what_can_change=clean["what_can_change"],
        who_decides=clean["who_decides"],
        by=by,
    )
    actions.offer_help(round_.activity, note=clean["help_note"], by=by, **form.help_offered())
    return round_


@require_http_methods(["GET", "HEAD", "POST"])
@with_round("round.edit")
def edit(request: HttpRequest, round_: Round) -> HttpResponse:
    """Change a map: all of it while it is being prepared, and only what may be once it is open."""
    if rules.follows(round_, "edit"):
        return _edit(request, round_)
    if rules.follows(round_, "mend"):
        return _mend(request, round_)
    raise Refusal("wrong_state", _("This has closed: nothing about it changes now."), status=409)


def _edit(request: HttpRequest, round_: Round) -> HttpResponse:
    place = round_.place
    initial = prepared(round_)
    form = RoundForm(request.POST or None, initial=initial, place=place, words=words_of(place))
    if not form.is_valid():
        return render(request, "map_it/round_form.html", {**_fields(form), "round": round_})
    changed = _change(round_, form, request)
    messages.success(request, _("Changed. Nobody can answer until you open it."))
    return redirect("map_it:round", place.slug, changed.slug)


@transaction.atomic
def _change(round_: Round, form: RoundForm, request: HttpRequest) -> Round:
    clean, by = form.cleaned_data, request.actor  # type: ignore[attr-defined]
    round_ = actions.edit_round(
        round_,
        title=clean["title"],
        closes_at=form.closes_at(),
        services=Service.objects.in_place(round_.place).filter(slug__in=clean["services"]),
        mode=clean["mode"],
        asked=form.asked(),
        what_can_change=clean["what_can_change"],
        who_decides=clean["who_decides"],
        by=by,
    )
    actions.offer_help(round_.activity, note=clean["help_note"], by=by, **form.help_offered())
    return round_


def _mend(request: HttpRequest, round_: Round) -> HttpResponse:
    words = words_of(round_.place)
    form = MendForm(request.POST or None, initial=mended(round_), words=words)
    if not form.is_valid():
        return render(request, "map_it/round_form.html", {**_fields(form), "round": round_})
    by, note = request.actor, form.cleaned_data["help_note"]  # type: ignore[attr-defined]
    with transaction.atomic():
        actions.ask_groups(round_, asked=form.asked(), by=by)
        actions.offer_help(round_.activity, note=note, by=by, **form.help_offered())
    messages.success(request, _("Changed."))
    return redirect("map_it:round", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def discard(request: HttpRequest, round_: Round) -> HttpResponse:
    """Throw away a map that nobody has answered."""
    title, place = round_.title, round_.place
    actions.discard_round(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("“%(title)s” is discarded.") % {"title": title})
    return redirect("map_it:rounds", place.slug)


@require_safe
@with_round()
def round_page(request: HttpRequest, round_: Round) -> HttpResponse:
    return render(
        request,
        "map_it/round.html",
        {
            "round": round_,
            "facts": round_facts(round_),
            "can_edit": rules.can_edit_round(request.actor, round_),  # type: ignore[attr-defined]
            "has_record": _has_record(round_),
            "can_draw": rules.can_draw_star(request.actor, round_),  # type: ignore[attr-defined]
            "can_enter": request.actor.may("round.enter", round_.place_id),  # type: ignore[attr-defined]
            "can_answer": request.actor.may("round.answer", round_.place_id),  # type: ignore[attr-defined]
            "closing_form": MoreTimeForm(place=round_.place),
        },
    )


def _has_record(round_: Round) -> bool:
    is_all = round_.mode == Round.Mode.ON_RECORD
    return round_.state == Round.State.CLOSED and (is_all or bool(names_on_record(round_)))


@require_POST
@with_round("round.edit")
def open_now(request: HttpRequest, round_: Round) -> HttpResponse:
    actions.open_round(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Open for answers."))
    return redirect("map_it:round", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def extend(request: HttpRequest, round_: Round) -> HttpResponse:
    return _with_new_day(request, round_, actions.extend_round)


@require_POST
@with_round("round.edit")
def reopen(request: HttpRequest, round_: Round) -> HttpResponse:
    return _with_new_day(request, round_, actions.reopen_round)


def _with_new_day(
    request: HttpRequest, round_: Round, action: Callable[..., Round]
) -> HttpResponse:
    form = MoreTimeForm(request.POST, place=round_.place)
    if not form.is_valid():
        return render(request, "map_it/closing_day.html", {"form": form, "round": round_})
    because = form.cleaned_data["because"]
    action(round_, closes_at=form.closes_at(), because=because, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The new last day is set."))
    return redirect("map_it:round", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def close_now(request: HttpRequest, round_: Round) -> HttpResponse:
    actions.close_round(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Closed. The Star is being drawn."))
    return redirect("map_it:round", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def show_as_star(request: HttpRequest, round_: Round) -> HttpResponse:
    """Let the Star of this map stand on the board."""
    standing.show_as_star(round_, by=request.actor)  # type: ignore[attr-defined]
    told = _("The Star of “%(title)s” stands on the board now.")
    messages.success(request, told % {"title": round_.title})
    return redirect("map_it:round", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def draw(request: HttpRequest, round_: Round) -> HttpResponse:
    actions.ask_for_star(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The Star is being drawn."))
    return redirect("map_it:round", round_.place.slug, round_.slug)
