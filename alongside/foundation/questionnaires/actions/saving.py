"""How anything on a sheet is changed: questionnaire and sheet locked, judged by the database's clock."""

from collections.abc import Callable

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from alongside.engines.questions.given import Given
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.questionnaires.models import Answers, Questionnaire
from alongside.foundation.questionnaires.queries.answering import (
    Sheet,
    payload_of,
    sheet_of,
    what_counts,
)
from alongside.foundation.questionnaires.queries.finding import window_of
from alongside.foundation.responses.actions import amend_response, lock_response
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase, Window


def lock_questionnaire(questionnaire: Questionnaire) -> Window:
    """Return when it takes answers, as it is now; it can't be closed meanwhile."""
    locked = (
        Questionnaire.objects.in_place(questionnaire.place)
        .select_for_update(of=("self",), no_key=True)
        .annotate(database_clock=Now())
        .get(pk=questionnaire.pk)
    )
    return window_of(locked, locked.database_clock)  # type: ignore[attr-defined]


def sheet_now(response: Response, window: Window) -> Sheet:
    """Return the sheet of a locked response as the database has it at this moment."""
    answers = Answers.objects.in_place(response.place).select_related("version")
    response.questionnaire_answers = answers.get(response=response)
    return sheet_of(response, window.now)


@transaction.atomic
def change_sheet(
    questionnaire: Questionnaire,
    response: Response,
    write: Callable[[Sheet], Given],
    *,
    by: Actor,
) -> Sheet:
    """Let `write` say what a sheet holds; what was sent already counts as changed from this moment."""
    window = lock_questionnaire(questionnaire)
    response = lock_response(response, by=by)
    if response.activity_id != questionnaire.activity_id:
        raise Refusal("other_questionnaire", _("These answers belong to something else."))
    sheet = sheet_now(response, window)
    if window.phase not in ({Phase.OPEN} if sheet.is_sent else {Phase.OPEN, Phase.GRACE}):
        raise Refusal("closed", _("This has closed. Nothing can be changed now."), status=409)
    _keep(sheet.answers, write(sheet))
    now = sheet_of(response, window.now)
    if now.is_sent:
        keep_what_counts(now)
        amend_response(response, payload=payload_of(now.answers), window=window, by=by)
    return now


def keep_what_counts(sheet: Sheet) -> None:
    """Leave out what was said to questions that are not asked as things stand."""
    _keep(sheet.answers, what_counts(sheet))


def _keep(answers: Answers, given: Given) -> None:
    answers.document, answers.declined = dict(given.document), sorted(given.declined)
    answers.save(update_fields=["document", "declined"])
