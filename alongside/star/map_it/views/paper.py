"""Paper: a form to print, and one screen on which a batch of forms is keyed in."""

from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions.paper import BatchReceipt, PaperForm, enter_batch
from alongside.star.map_it.forms.paper import MORE_ROWS, MOST_ROWS, ROWS, Batch, batch_of
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import find_round, services_of
from alongside.star.map_it.queries.room import batches_of
from alongside.star.map_it.queries.wording import wording_of
from alongside.star.map_it.views.room import entering, room_page
from alongside.ui.fields import form_errors


@require_safe
@at_the_front
def paper_form(request: HttpRequest, place: Place, slug: str) -> HttpResponse:
    """The questions on A4, to fill in by hand; large print on request."""
    round_ = find_round(place, slug, request.actor)  # type: ignore[attr-defined]
    if round_ is None:
        raise Http404
    wording = wording_of(round_, place)
    services = services_of(round_)
    chosen = next((s for s in services if s.slug == request.GET.get("service")), None)
    if chosen is None and len(services) == 1:
        chosen = services[0]
    name = chosen.name if chosen else _("this service")
    context = {
        "is_large": "large" in request.GET,
        "services": services,
        "chosen": chosen,
        "wording": wording,
        "questions": [(co, wording.question(co, name), wording.example(co)) for co in wording.cos],
        "others": [
            wording.group_name(g.key).capitalize() for g in wording.groups if g.key != "resident"
        ],
        "answers": [(_key_on_paper(a.key), a) for a in wording.answers],
    }
    return room_page(request, "paper/form", round_, context)


def _key_on_paper(key: str) -> str:
    return {"dk": "d", "na": "n"}.get(key, key)


@require_http_methods(["GET", "HEAD", "POST"])
@entering
def batch(request: HttpRequest, round_: Round) -> HttpResponse:
    """Key in a batch of forms: all rows are kept together, or none and everything stays typed."""
    posted = request.method == "POST"
    count = _row_count(request.POST.get("rows", "")) if posted else ROWS
    adding = posted and "more" in request.POST
    screen = batch_of(
        request.POST if posted else None,
        wording=wording_of(round_, round_.place),
        services=services_of(round_),
        row_count=min(count + MORE_ROWS, MOST_ROWS) if adding else count,
    )
    if not posted or adding:
        return _screen(request, round_, screen)
    problems, status = _keep(request, round_, screen)
    if problems:
        return _screen(request, round_, screen, problems, status)
    return redirect("answer:paper", place=round_.place.slug, slug=round_.slug)


def _keep(request: HttpRequest, round_: Round, screen: Batch) -> tuple[list[dict[str, Any]], int]:
    """Keep the batch, or return what has to be put right first."""
    problems = _problems_before(screen)
    forms: list[PaperForm] = []
    if not problems:
        forms, problems = screen.forms()
    if problems:
        return problems, 200
    head = screen.head.cleaned_data
    try:
        receipt = enter_batch(
            round_,
            batch=head["batch"],
            forms=forms,
            answered_at=_noon(head["filled_in_on"]),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        return [{"text": str(refusal.words), "url": ""}], 409
    if not receipt.problems:
        messages.success(request, _told(receipt))
    return _by_number(screen, receipt), 409


def _problems_before(screen: Batch) -> list[dict[str, Any]]:
    problems: list[dict[str, Any]] = form_errors(screen.head)
    problems += screen.problems()
    if not problems and all(row.is_blank for row in screen.rows):
        problems.append({"text": _("Type at least one form."), "url": "#id_r1-number"})
    return problems


def _by_number(screen: Batch, receipt: BatchReceipt) -> list[dict[str, str]]:
    return [
        {
            "text": f"{_('Row')} {index}, {_('number')} {number}: {receipt.problems[number]}",
            "url": f"#{row['number'].id_for_label}",
        }
        for index, row in enumerate(screen.rows, 1)
        if not row.is_blank and (number := row.cleaned_data["number"]) in receipt.problems
    ]


def _told(receipt: BatchReceipt) -> str:
    words = _("Forms kept: %(new)s.") % {"new": receipt.new_count}
    if receipt.repeated_count:
        words += " " + _("Keyed in before, and counted once: %(n)s.") % {
            "n": receipt.repeated_count
        }
    return words


def _noon(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time(12))) if day else None


def _row_count(given: str) -> int:
    return max(1, min(int(given), MOST_ROWS)) if given.isdecimal() and len(given) < 4 else ROWS


def _screen(
    request: HttpRequest,
    round_: Round,
    screen: Batch,
    problems: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    shows = bool(problems)
    rows = [
        {"form": row, "has_problem": shows and not row.is_blank and bool(row.errors)}
        for row in screen.rows
    ]
    context = {
        "screen": screen,
        "rows": rows,
        "problems": problems or [],
        "has_errors": shows,
        "batches": batches_of(round_),
    }
    return room_page(request, "paper/batch", round_, context, status=status)
