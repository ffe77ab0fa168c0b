"""Who may prepare and open questionnaires, and who may answer them."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires.models import Questionnaire

EDIT = "questionnaire.edit"
State = Questionnaire.State

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.PREPARING, "open"): State.OPEN,
    (State.OPEN, "end"): State.ENDED,
}


def can_prepare_questionnaires(actor: Actor, place: Place) -> bool:
    """Whether the actor may put questions together, and open and close them."""
    return place.is_writable and actor.may(EDIT, place.pk)


def can_answer_as_member(actor: Actor, questionnaire: Questionnaire) -> bool:
    """Whether the actor's membership lets them answer."""
    return actor.kind is ActorKind.PERSON and actor.may("round.answer", questionnaire.place_id)
