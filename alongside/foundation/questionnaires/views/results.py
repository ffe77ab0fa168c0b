"""What people answered, added up; and the same as a file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.disclosure.models import Release
from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets.writing import About, Table, write_csv, write_xlsx
from alongside.foundation.places.doors import actor_of, in_workspace_at
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.questionnaires import rules
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.panels.results import Told, told_of
from alongside.foundation.questionnaires.queries.finding import (
    contents_of,
    find_questionnaire,
    newest_version,
)
from alongside.foundation.questionnaires.queries.results import release_of, shown_groups

at_results = in_workspace_at("round.see_results", named="slug", find=find_questionnaire)


@require_safe
@at_results
def results(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Every question with its choices, for everybody and group by group."""
    release = release_of(questionnaire)
    context: dict[str, Any] = {
        "questionnaire": questionnaire,
        "release": release,
        "can_see_desk": actor_of(request).may(rules.EDIT, questionnaire.place_id),
    }
    if release is not None:
        groups, told = _told(questionnaire, release)
        context |= {"groups": [words for _name, words in groups], "told": told}
    return render(request, "questionnaires/results.html", context)


@require_safe
@at_results
def results_file(request: HttpRequest, questionnaire: Questionnaire, kind: str) -> HttpResponse:
    """The same figures as a spreadsheet: nothing that the page doesn't show."""
    release = release_of(questionnaire)
    if release is None or kind not in {"csv", "xlsx"}:
        raise Http404
    table = _table(questionnaire, release)
    if kind == "csv":
        content = write_csv(table)
    else:
        content = write_xlsx([table], _about(questionnaire, release))
    return as_download(content, name=f"{questionnaire.slug}.{kind}")


def _told(
    questionnaire: Questionnaire, release: Release
) -> tuple[list[tuple[str, str]], list[Told]]:
    groups = shown_groups(release.bundle, words_of(questionnaire.place))
    contents = contents_of(newest_version(questionnaire))
    return groups, told_of(contents, release.bundle, groups)


def _table(questionnaire: Questionnaire, release: Release) -> Table:
    groups, told = _told(questionnaire, release)
    names = [words for _name, words in groups]
    rows = [[one.name, one.label, line.label, *line.cells] for one in told for line in one.lines]
    headers = [_("Name"), _("Question"), _("Answer"), _("Everybody"), *names]
    return Table(_("Answers"), headers, rows)


def _about(questionnaire: Questionnaire, release: Release) -> About:
    return About(
        title=questionnaire.title,
        source=questionnaire.place.name,
        as_of=timezone.localtime(release.answers_as_of).date(),
        n=_("Shown for at least %(n)s people") % {"n": release.bundle["minimum"]},
        instrument=questionnaire.slug,
        notes=(_("Those who took part chose to. They don't stand for everybody."),),
    )
