"""The pages of every import: choose a file, look at what it would do, confirm.

A room's view stands behind its own door and hands its spec to these functions. Nothing here
needs a script, and nothing is sent twice: the rows wait on the server.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.files import panels
from alongside.foundation.files.actions import (
    Outcome,
    PlanChanged,
    confirm_import,
    stage_import,
    staged_plan,
)
from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.forms import UploadForm
from alongside.foundation.files.imports.spec import ImportSpec
from alongside.foundation.files.models import StagedImport
from alongside.foundation.files.sheets import SheetProblems, write_csv
from alongside.foundation.places.models import Place


def upload_page(request: HttpRequest, place: Place, spec: ImportSpec) -> HttpResponse:
    """Choose a file. A file that can't be read is answered with every problem in it."""
    if request.GET.get("template"):
        content = write_csv(panels.template_table(spec))
        return as_download(content, name=f"{spec.key}-template.csv")
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    problems: SheetProblems | None = None
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            staged = stage_import(
                spec,
                place,
                content=file.read(),
                file_name=file.name or "",
                by=request.actor,  # type: ignore[attr-defined]
            )
            address = spec.address("import-preview", place, staged.public_id)
            return HttpResponseRedirect(address, status=303)
        except SheetProblems as refused:
            problems = refused
            form.add_error("file", _("This file can't be brought in yet. See below what to do."))
    status = 422 if form.is_bound else 200
    return render(request, "files/upload.html", _upload_parts(spec, form, problems), status=status)


def _upload_parts(
    spec: ImportSpec, form: UploadForm, problems: SheetProblems | None
) -> dict[str, Any]:
    return {
        "spec": spec,
        "form": form,
        "problem_head": panels.problem_head(),
        "problem_rows": panels.problem_rows(problems.problems) if problems else [],
        "column_head": [_("Column"), "", _("What it is"), _("Example")],
        "column_rows": panels.column_rows(spec),
    }


def preview_page(
    request: HttpRequest, place: Place, spec: ImportSpec, staged_id: UUID
) -> HttpResponse:
    """Look at what the file would do; confirm exactly that."""
    staged = _staged(request, place, spec, staged_id)
    if staged.confirmed_at is not None:
        return HttpResponseRedirect(spec.done_address(place), status=303)
    if request.method == "POST":
        answer = _confirm(request, place, spec, staged)
        if answer is not None:
            return answer
    parts = {
        "spec": spec,
        "staged": staged,
        "upload_url": spec.address("import", place),
        "problems_url": spec.address("import-problems", place, staged.public_id),
        **panels.plan_panel(spec, staged_plan(spec, staged)),
    }
    status = 200 if request.method == "GET" else 409
    return render(request, "files/preview.html", parts, status=status)


def problems_file(
    request: HttpRequest, place: Place, spec: ImportSpec, staged_id: UUID
) -> HttpResponse:
    """Take all problems away, to put them right beside the sheet."""
    staged = _staged(request, place, spec, staged_id)
    table = panels.problem_table(staged_plan(spec, staged).problems)
    return as_download(write_csv(table), name=f"{spec.key}-problems.csv")


def _staged(request: HttpRequest, place: Place, spec: ImportSpec, staged_id: UUID) -> StagedImport:
    mine = StagedImport.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    staged = mine.filter(place=place, kind=spec.key, public_id=staged_id).first()
    if staged is None:
        raise Http404
    staged.place = place
    return staged


def _confirm(
    request: HttpRequest, place: Place, spec: ImportSpec, staged: StagedImport
) -> HttpResponse | None:
    """Return where to go next, or nothing when the plan has to be looked at again."""
    try:
        outcome = confirm_import(
            spec,
            staged,
            fingerprint=request.POST.get("plan", ""),
            by=request.actor,  # type: ignore[attr-defined]
        )
    except PlanChanged:
        messages.warning(
            request, _("Something changed since you looked. Look again, then confirm.")
        )
        return None
    except SheetProblems:
        messages.warning(request, _("Nothing was brought in: put the problems right first."))
        return None
    if outcome is not None:
        messages.success(request, outcome_words(outcome))
    return HttpResponseRedirect(spec.done_address(place), status=303)


def outcome_words(outcome: Outcome) -> str:
    """Say what an import did."""
    said = _("%(new)s, %(changed)s, %(unchanged)s.") % {
        "new": ngettext("%(n)s is new", "%(n)s are new", outcome.new) % {"n": outcome.new},
        "changed": ngettext("%(n)s changed", "%(n)s changed", outcome.changed)
        % {"n": outcome.changed},
        "unchanged": ngettext(
            "%(n)s stayed as it was", "%(n)s stayed as they were", outcome.unchanged
        )
        % {"n": outcome.unchanged},
    }
    if not outcome.known:
        return said
    known = ngettext("%(n)s was known already", "%(n)s were known already", outcome.known)
    return f"{said} {known % {'n': outcome.known}}."
