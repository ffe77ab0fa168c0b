"""Pages with which a facilitator puts questions together, says what people are told, and opens."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.xlsform import Report
from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets.parts import SheetProblems
from alongside.foundation.places.doors import actor_of, in_workspace, in_workspace_at
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires import rules
from alongside.foundation.questionnaires.actions import preparing as actions
from alongside.foundation.questionnaires.forms.preparing import FileForm, ToldForm, told_initial
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.panels.sheet import asked_in
from alongside.foundation.questionnaires.queries.finding import (
    contents_of,
    find_questionnaire,
    newest_version,
    questionnaires_of,
    window_of,
)
from alongside.foundation.questionnaires.queries.reach import sent_count
from alongside.foundation.questionnaires.spreadsheets import read_file, title_of, write_file

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 25
at_questionnaire = in_workspace_at(rules.EDIT, named="slug", find=find_questionnaire)


@require_safe
@in_workspace(rules.EDIT)
def questionnaires(request: HttpRequest, place: Place) -> HttpResponse:
    """All questionnaires of a place, the newest first."""
    rows = Paginator(questionnaires_of(place, actor_of(request)), A_PAGE)
    context = {
        "page": rows.get_page(request.GET.get("page")),
        "can_prepare": rules.can_prepare_questionnaires(actor_of(request), place),
    }
    return render(request, "questionnaires/questionnaires.html", context)


@READ_AND_WRITE
@in_workspace(rules.EDIT)
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Prepare a questionnaire from a spreadsheet."""
    form, report, found = _uploaded(request)
    if found is not None and report is not None:
        title = title_of(found, otherwise=_("Questions without a title"))
        questionnaire = actions.prepare_questionnaire(
            place, title=title, contents=found, by=actor_of(request)
        )
        messages.success(request, _("Read. Look at the questions, then say what people are told."))
        return _told_of_file(request, questionnaire, report)
    context = {"form": form, "report": report, "has_errors": _has_errors(form, report)}
    status = 422 if context["has_errors"] else 200
    return render(request, "questionnaires/new.html", context, status=status)


@READ_AND_WRITE
@at_questionnaire
def change(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Ask something else, from another spreadsheet."""
    form, report, found = _uploaded(request)
    if found is not None and report is not None:
        actions.change_questions(questionnaire, contents=found, by=actor_of(request))
        messages.success(request, _("Read. This is asked of whoever begins from now on."))
        return _told_of_file(request, questionnaire, report)
    context = {
        "form": form,
        "report": report,
        "has_errors": _has_errors(form, report),
        "questionnaire": questionnaire,
    }
    status = 422 if context["has_errors"] else 200
    return render(request, "questionnaires/new.html", context, status=status)


def _has_errors(form: FileForm, report: Report | None) -> bool:
    return bool(form.errors) or (report is not None and bool(report.errors))


def _uploaded(request: HttpRequest) -> tuple[FileForm, Report | None, Contents | None]:
    """Return the form, and what was found in the file if one was sent."""
    is_sent = request.method == "POST"
    form = FileForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if not form.is_valid():
        return form, None, None
    try:
        found, report = read_file(form.cleaned_data["file"].read())
    except SheetProblems as wrong:
        for problem in wrong.problems[:20]:
            where = f"{problem.column} {problem.row or ''}".strip()
            form.add_error("file", f"{where}: {problem.words}" if where else str(problem.words))
        return form, None, None
    return form, report, found


def _told_of_file(
    request: HttpRequest, questionnaire: Questionnaire, report: Report
) -> HttpResponse:
    """Show what is otherwise here than in the file, once; or go straight to the questionnaire."""
    if not report.notes:
        return _to(questionnaire)
    context = {"questionnaire": questionnaire, "report": report}
    return render(request, "questionnaires/read.html", context)


def _to(questionnaire: Questionnaire) -> HttpResponse:
    return redirect("questionnaires:page", questionnaire.place.slug, questionnaire.slug)


@require_safe
@at_questionnaire
def page(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """One questionnaire: what to do next, what is asked, how many have answered."""
    version = newest_version(questionnaire)
    contents = contents_of(version)
    context = {
        "questionnaire": questionnaire,
        "activity": questionnaire.activity,
        "version": version,
        "asked": asked_in(contents),
        "languages": [language for language in contents.languages if language],
        "phase": window_of(questionnaire, timezone.now()).phase,
        "sent": sent_count(questionnaire),
        "can_prepare": rules.can_prepare_questionnaires(actor_of(request), questionnaire.place),
    }
    return render(request, "questionnaires/page.html", context)


@READ_AND_WRITE
@at_questionnaire
def told(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """What people are told before they answer."""
    if request.method != "POST" and questionnaire.state != Questionnaire.State.PREPARING:
        messages.info(request, _("It has opened. What people were told stays as it is."))
        return _to(questionnaire)
    form = ToldForm(
        request.POST if request.method == "POST" else None,
        place=questionnaire.place,
        initial=told_initial(questionnaire),
    )
    if form.is_valid():
        actions.describe_questionnaire(questionnaire, by=actor_of(request), **form.told())
        messages.success(request, _("Saved."))
        return _to(questionnaire)
    context = {"form": form, "questionnaire": questionnaire}
    return render(request, "questionnaires/told.html", context, status=422 if form.errors else 200)


@require_safe
@at_questionnaire
def spreadsheet(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """The questions as an XLSForm workbook."""
    content = write_file(contents_of(newest_version(questionnaire)))
    return as_download(content, name=f"{questionnaire.slug}.xlsx")


@require_POST
@at_questionnaire
def open_now(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Let people answer."""
    return _moved(request, questionnaire, actions.open_questionnaire, _("It is open."))


@require_POST
@at_questionnaire
def end(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Take no more answers."""
    return _moved(request, questionnaire, actions.end_questionnaire, _("It is closed."))


def _moved(
    request: HttpRequest, questionnaire: Questionnaire, move: Any, words: str
) -> HttpResponse:
    move(questionnaire, by=actor_of(request))
    messages.success(request, words)
    return _to(questionnaire)
