"""How many have answered."""

from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.responses.models import Response


def sent_count(questionnaire: Questionnaire) -> int:
    """Return how many have sent their answers."""
    sent = Response.objects.in_place(questionnaire.place).filter(
        activity=questionnaire.activity_id, state=Response.State.SUBMITTED
    )
    return sent.count()
