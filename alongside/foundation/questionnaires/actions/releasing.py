"""Make what may be told of a questionnaire, once, when it has ended."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.actions import fingerprint, freeze_release
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.figures import ENGINES, figures_of
from alongside.foundation.questionnaires.queries.finding import contents_of, newest_version
from alongside.foundation.questionnaires.queries.results import KIND, release_of, sheets_of


@transaction.atomic
def release_figures(questionnaire: Questionnaire, *, by: Actor) -> Release:
    """Freeze the figures of what was sent. There is one release: nothing can be told apart by it."""
    rows = Questionnaire.objects.in_place(questionnaire.place).select_for_update(of=("self",))
    locked = rows.select_related("activity").get(pk=questionnaire.pk)
    locked.place = locked.activity.place = questionnaire.place
    if locked.state != Questionnaire.State.ENDED:
        raise Refusal(
            "not_ended", _("It is still open: figures are made when it closes."), status=409
        )
    if (earlier := release_of(locked)) is not None:
        return earlier
    sheets = sheets_of(locked)
    bundle = figures_of(contents_of(newest_version(locked)), sheets, minimum=locked.minimum)
    return freeze_release(
        locked.activity,
        kind=KIND,
        bundle=bundle,
        inputs_hash=fingerprint([[one.person, one.group, dict(one.document)] for one in sheets]),
        engine_versions=ENGINES,
        answers_as_of=timezone.now(),
        by=by,
    )
