"""How a commitment moves on, and who may move it."""

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place

State = Commitment.State

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.OPEN, "begin"): State.DOING,
    (State.OPEN, "finish"): State.DONE,
    (State.OPEN, "drop"): State.DROPPED,
    (State.DOING, "finish"): State.DONE,
    (State.DOING, "drop"): State.DROPPED,
    (State.DONE, "reopen"): State.DOING,
    (State.DROPPED, "reopen"): State.DOING,
}


def can_promise(actor: Actor, place: Place, owner: Person, *, is_shared: bool) -> bool:
    """Everybody for themselves; what all members read may be noted down for somebody, too."""
    for_themselves = actor.persons.get(place.pk) == owner.pk
    noted = is_shared and actor.may("initiative.edit", place.pk)
    return place.is_writable and owner.place_id == place.pk and (for_themselves or noted)


def can_keep_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Change it, move it on, add evidence: whoever may promise it."""
    place, owner = commitment.place, commitment.owner
    return can_promise(actor, place, owner, is_shared=commitment.is_shared)
