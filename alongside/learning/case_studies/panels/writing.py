"""A case as those see it who write and review it: where it stands, and what can be done."""

from alongside.foundation.history.actor import Actor
from alongside.learning.case_studies.models import CaseStudy
from alongside.learning.case_studies.rules import MOVES, Move, can_move_case

TONES = {"submitted": "sun", "sent_back": "warn", "published": "good"}


def state_tag(case: CaseStudy) -> dict[str, str]:
    """Return where a case stands, as a tag."""
    return {"text": str(case.get_state_display()), "tone": TONES.get(case.state, "quiet")}


def moves_for(case: CaseStudy, by: Actor, *, is_public: bool) -> list[Move]:
    """Return what this actor can do with a case as it stands."""
    return [
        move
        for move in MOVES.values()
        if case.state in move.begins
        and can_move_case(by, case, move)
        and (move.verb != "withdraw" or is_public)
    ]
