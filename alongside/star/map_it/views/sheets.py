"""The questions as a workbook: take it away, bring it back, look at what it would do."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.files import flow
from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets import write_xlsx
from alongside.foundation.history.refusal import Refusal
from alongside.star.map_it.actions.sheets_in import SheetSpec, sheet_spec
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries import sheets as queries
from alongside.star.map_it.queries.answering import services_of
from alongside.star.map_it.queries.room import batches_of
from alongside.star.map_it.queries.wording import wording_of

ROWS = {"one": queries.rows_for_one, "paper": queries.rows_for_paper}


@require_safe
@with_round("round.enter")
def sheets(request: HttpRequest, round_: Round) -> HttpResponse:
    """Where the workbook is taken away and brought back, and what came in so far."""
    context = {
        "round": round_,
        "is_open": round_.state == Round.State.OPEN,
        "batches": batches_of(round_),
    }
    return render(request, "map_it/sheets/sheets.html", context)


@require_safe
@with_round("round.enter")
def workbook(request: HttpRequest, round_: Round) -> HttpResponse:
    """The workbook with rows for one person, or for forms on paper."""
    kind = request.GET.get("for", "paper")
    rows = ROWS.get(kind, queries.rows_for_paper)(services_of(round_), queries.new_batch())
    tables = queries.workbook_tables(round_, wording_of(round_, round_.place), rows)
    content = write_xlsx(tables, queries.about_workbook(round_))
    return as_download(content, name=f"{round_.place.slug}-{round_.slug}-questions.xlsx")


def _spec(round_: Round) -> SheetSpec:
    if round_.state != Round.State.OPEN:
        raise Refusal(
            "not_open", _("Answers can be brought in only while this is open."), status=409
        )
    return sheet_spec(round_)


@require_http_methods(["GET", "HEAD", "POST"])
@with_round("round.enter")
def upload(request: HttpRequest, round_: Round) -> HttpResponse:
    """Choose a filled-in workbook."""
    return flow.upload_page(request, round_.place, _spec(round_))


@require_http_methods(["GET", "HEAD", "POST"])
@with_round("round.enter")
def preview(request: HttpRequest, round_: Round, *, staged: UUID) -> HttpResponse:
    """Look at what it would do, and confirm."""
    return flow.preview_page(request, round_.place, _spec(round_), staged)


@require_safe
@with_round("round.enter")
def problems(request: HttpRequest, round_: Round, *, staged: UUID) -> HttpResponse:
    """Take the problems away as a file."""
    return flow.problems_file(request, round_.place, _spec(round_), staged)
