"""What may be done with a round, in which state, and by whom."""

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.star.map_it.models import Round

State = Round.State
GONE = "gone"  # nothing is left of it but its history
NOT_ALLOWED = _("Only the programme lead can do this.")

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
# "edit" is everything about a map; "mend" only who is asked and what help there is.
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.DRAFT, "edit"): State.DRAFT,
    (State.DRAFT, "mend"): State.DRAFT,
    (State.DRAFT, "discard"): GONE,
    (State.DRAFT, "open"): State.OPEN,
    (State.OPEN, "mend"): State.OPEN,
    (State.OPEN, "discard"): GONE,
    (State.OPEN, "extend"): State.OPEN,
    (State.OPEN, "close"): State.CLOSED,
    (State.CLOSED, "reopen"): State.OPEN,
}


def follows(round_: Round, verb: str) -> str | None:
    """Return the state that the verb leads to from here, or nothing."""
    return TRANSITIONS.get((round_.state, verb))


def can_edit_round(actor: Actor, round_: Round) -> bool:
    """Whether the actor runs this round."""
    return round_.place.is_writable and actor.may("round.edit", round_.place_id)


def can_draw_star(actor: Actor, round_: Round) -> bool:
    """Results come after closing; on the hour's path also while the room is still together."""
    ready = round_.state == State.CLOSED or (round_.is_provisional and round_.state == State.OPEN)
    return ready and can_edit_round(actor, round_)


def can_see_results(actor: Actor, round_: Round) -> bool:
    """Whether released results of this round may be read."""
    return actor.may("round.see_results", round_.place_id)


def can_read_record(actor: Actor, round_: Round) -> bool:
    """Whether answers that stand with names may be read: by members, and by nobody who visits."""
    return can_see_results(actor, round_) and round_.place_id in actor.persons


def can_publish_round(actor: Actor, round_: Round) -> bool:
    """Whether the actor decides with whom the round is shared."""
    return round_.place.is_admitted and actor.may("round.publish", round_.place_id)


def can_sign_off(actor: Actor, round_: Round) -> bool:
    """Whether the actor's signature, or dissent, is asked for."""
    return actor.may("round.sign_off", round_.place_id)


def signs_as_lead(actor: Actor, round_: Round) -> bool:
    """Whether the actor's signature is the lead's; otherwise it is the resident co-lead's."""
    return actor.may("round.publish", round_.place_id)


def has_signed(actor: Actor, round_: Round) -> bool:
    """Whether the signature that this actor gives stands already."""
    if signs_as_lead(actor, round_):
        return round_.signed_by_lead_at is not None
    return can_sign_off(actor, round_) and round_.signed_by_resident_lead_at is not None


def can_reply(actor: Actor, round_: Round) -> bool:
    """Whether the actor is a member who may read, and so reply to, what would be shared."""
    return can_see_results(actor, round_) and round_.place_id in actor.persons
