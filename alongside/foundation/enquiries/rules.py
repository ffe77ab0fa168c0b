"""Who may write to a place, and who reads and answers it."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.places.models import Place


def can_send_enquiry(actor: Actor, place: Place) -> bool:
    """Everybody, to whom there is somebody to answer; the system writes nothing."""
    return place.is_admitted and actor.kind is not ActorKind.SYSTEM


def can_answer_enquiry(actor: Actor, place_id: int) -> bool:
    return actor.may("enquiry.answer", place_id)
