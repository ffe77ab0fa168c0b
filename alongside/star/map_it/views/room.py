"""The room: what a facilitator enters for a table, from a sheet of dots, or for one person."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.history.actor import Channel
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.room import agree_positions, count_dots, seat_for_assisted
from alongside.star.map_it.forms.room import AssistForm, DotsForm, TableForm
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import find_round, services_of, window_of
from alongside.star.map_it.queries.room import open_tablets, sent_by_channel, tables_of
from alongside.star.map_it.queries.wording import wording_of
from alongside.star.map_it.views.answer_session import help_seat

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def entering(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let those in who enter answers for others; the view is called with the round."""

    @never_cache
    @in_workspace("round.enter")
    @wraps(view)
    def door(request: HttpRequest, place: Place, slug: str, **kwargs: Any) -> HttpResponse:
        round_ = find_round(place, slug, request.actor)  # type: ignore[attr-defined]
        if round_ is None:
            raise Http404
        return view(request, round_, **kwargs)

    return door


def room_page(
    request: HttpRequest,
    template: str,
    round_: Round,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Show a page with what all pages of a room need."""
    phase = window_of(round_, timezone.now()).phase
    common = {"round": round_, "activity": round_.activity, "phase": phase.value}
    return render(request, f"map_it/{template}.html", {**common, **context}, status=status)


@require_safe
@entering
def room(request: HttpRequest, round_: Round) -> HttpResponse:
    """All ways of bringing in what is said in a room or on paper, and what came in so far."""
    wording = wording_of(round_, round_.place)
    labels = dict(Response.Channel.choices)
    answers = {answer.key: answer.name for answer in wording.answers}
    groups = {group.key: group.name for group in wording.groups}
    tables = [
        {
            "name": table.name,
            "about": table.service_name or _("all services together"),
            "heads": ", ".join(f"{groups[g]} {n}" for g, n in table.heads.items()),
            "rows": [[wording.co_name(p.co), answers[p.code], p.dissent] for p in table.positions],
        }
        for table in tables_of(round_)
    ]
    channels = [[labels[channel], n] for channel, n in sent_by_channel(round_).items()]
    tablets = [
        {
            "number": tablet.number,
            "group_name": wording.group_name(tablet.group, plural=True),
            "opened_by": tablet.opened_by,
            "opened_at": tablet.opened_at,
            "expires_at": tablet.expires_at,
        }
        for tablet in open_tablets(round_)
    ]
    context = {"tables": tables, "channels": channels, "tablets": tablets}
    return room_page(request, "room/room", round_, context)


@READ_AND_WRITE
@entering
def table(request: HttpRequest, round_: Round) -> HttpResponse:
    """What a table agreed on: heads, answers, and who saw it differently."""
    wording = wording_of(round_, round_.place)
    form = TableForm(
        request.POST or None,
        wording=wording,
        services=services_of(round_),
        initial={"submission_key": uuid.uuid4()},
    )
    status = 200
    if form.is_valid():
        try:
            agree_positions(
                round_,
                table=form.cleaned_data["table"],
                heads=form.heads,
                service=form.service,
                positions=form.positions,
                submission_key=form.cleaned_data["submission_key"],
                replaces=form.cleaned_data["replaces"],
                by=request.actor.through(Channel.ROOM),  # type: ignore[attr-defined]
            )
        except Refusal as refusal:
            if refusal.code != "position_there":
                raise
            status = 409
            form.add_error(
                "replaces",
                _("%(table)s has already agreed on this. Tick here if this replaces it.")
                % {"table": form.cleaned_data["table"]},
            )
        else:
            messages.success(request, _("Kept. It stands beside the answers of single people."))
            return redirect("answer:room", place=round_.place.slug, slug=round_.slug)
    rows = [(co, form[f"code_{co}"], form[f"dissent_{co}"]) for co in wording.cos]
    heads = [form[f"heads_{group.key}"] for group in wording.groups]
    return room_page(
        request, "room/table", round_, {"form": form, "rows": rows, "heads": heads}, status=status
    )


@READ_AND_WRITE
@entering
def dots(request: HttpRequest, round_: Round) -> HttpResponse:
    """Key in the dots of one sheet: each dot in a row is one person's answer."""
    wording = wording_of(round_, round_.place)
    form = DotsForm(
        request.POST or None,
        wording=wording,
        services=services_of(round_),
        initial={"submission_key": uuid.uuid4(), "service": request.GET.get("service", "")},
    )
    status = 200
    if form.is_valid():
        try:
            people = count_dots(
                round_,
                service=form.service,
                group=form.cleaned_data["group"],
                dots=form.dots,
                sheet=form.cleaned_data["sheet"],
                submission_key=form.cleaned_data["submission_key"],
                adds=form.cleaned_data["adds"],
                by=request.actor,  # type: ignore[attr-defined]
            )
        except Refusal as refusal:
            status = 409
            _tell(form, refusal)
        else:
            said = ngettext(
                "Kept: the answers of one person.", "Kept: the answers of %(n)s people.", people
            )
            messages.success(request, said % {"n": people})
            return redirect("answer:dots", place=round_.place.slug, slug=round_.slug)
    grid = [
        (co, wording.co_name(co), [form[f"{co}_{answer.key}"] for answer in wording.answers])
        for co in wording.cos
    ]
    context = {"form": form, "grid": grid, "answers": wording.answers}
    return room_page(request, "room/dots", round_, context, status=status)


def _tell(form: DotsForm, refusal: Refusal) -> None:
    if refusal.code == "already_keyed":
        form.add_error("adds", _("A sheet of this name was keyed in before. Is this another one?"))
    elif refusal.code == "submission_conflict":
        form.add_error(None, _("This page was already sent with other numbers. Open a new one."))
    else:
        raise refusal


@require_safe
@entering
def dot_sheet(request: HttpRequest, round_: Round) -> HttpResponse:
    """A sheet to print for each service, on which each person puts one dot in each row."""
    wording = wording_of(round_, round_.place)
    sheets = [
        {
            "service": service,
            "rows": [(co, wording.question(co, service.name)) for co in wording.cos],
        }
        for service in services_of(round_)
        if request.GET.get("service") in (None, "", service.slug)
    ]
    return room_page(request, "room/dot_sheet", round_, {"sheets": sheets, "wording": wording})


@READ_AND_WRITE
@entering
def assist(request: HttpRequest, round_: Round) -> HttpResponse:
    """Begin for somebody who says their answers by telephone or face to face."""
    form = AssistForm(request.POST or None, wording=wording_of(round_, round_.place))
    if form.is_valid():
        seat = seat_for_assisted(
            round_,
            group=form.cleaned_data["group"],
            channel=Channel(form.cleaned_data["channel"]),
            on_behalf_of=form.on_behalf_of,
            by=request.actor,  # type: ignore[attr-defined]
        )
        help_seat(request, round_, seat)
        return redirect("answer:next", place=round_.place.slug, slug=round_.slug)
    return room_page(request, "room/assist", round_, {"form": form})


@require_POST
@entering
def assist_end(request: HttpRequest, round_: Round) -> HttpResponse:
    """Stop filling in for somebody; what is not sent stays theirs, and unsent."""
    help_seat(request, round_, None)
    return redirect("answer:room", place=round_.place.slug, slug=round_.slug)
