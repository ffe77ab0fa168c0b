"""End what is over: questionnaires whose last day and days of grace have passed."""

from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.questionnaires.actions.preparing import end_questionnaire
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.finding import window_of
from alongside.foundation.responses.window import Phase


def end_what_is_over(*, by: Actor) -> int:
    """Close every questionnaire whose time is over, in all places; returns how many there were."""
    asked = Questionnaire.objects.unscoped(reason="a sweep over all places")
    open_ones = asked.filter(state=Questionnaire.State.OPEN, closes_at__lte=timezone.now())
    over = [
        one
        for one in open_ones.select_related("place", "activity")
        if one.place.is_writable and window_of(one, timezone.now()).phase is Phase.CLOSED
    ]
    for one in over:
        end_questionnaire(one, by=by)
    return len(over)
