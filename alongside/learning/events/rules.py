"""What may be done live at an event, in which state, and by whom."""

from datetime import datetime, timedelta

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.rules import can_run_gathering
from alongside.foundation.history.actor import Actor
from alongside.foundation.rooms.rules import can_hold_rooms
from alongside.learning.events.models import FloorQuestion, Poll

Asked = FloorQuestion.State
STAYS = timedelta(hours=2)

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
POLLS: dict[tuple[str, str], str] = {
    (Poll.State.PREPARED, "open"): Poll.State.OPEN,
    (Poll.State.OPEN, "reveal"): Poll.State.REVEALED,
    (Poll.State.REVEALED, "close"): Poll.State.CLOSED,
}
QUESTIONS: dict[tuple[str, str], str] = {
    (Asked.UNREAD, "show"): Asked.ASKED,
    (Asked.UNREAD, "set_aside"): Asked.SET_ASIDE,
    (Asked.ASKED, "take"): Asked.ANSWERING,
    (Asked.ASKED, "answer"): Asked.ANSWERED,
    (Asked.ANSWERING, "answer"): Asked.ANSWERED,
    (Asked.ASKED, "set_aside"): Asked.SET_ASIDE,
    (Asked.ANSWERING, "set_aside"): Asked.SET_ASIDE,
    (Asked.ANSWERED, "put_back"): Asked.ASKED,
    (Asked.SET_ASIDE, "put_back"): Asked.ASKED,
}


def can_hold_live(actor: Actor, gathering: Gathering) -> bool:
    """Whether the actor may open an event's room, ask polls and go through its questions."""
    return can_run_gathering(actor, gathering) and can_hold_rooms(actor, gathering.place)


def reads_first_by_default(gathering: Gathering) -> bool:
    """Whether questions wait to be read unless somebody chose: so it is where everybody may come."""
    return gathering.audience == Gathering.Audience.PUBLIC


def is_over(gathering: Gathering, now: datetime) -> bool:
    """Whether its room ends: called off, or two hours after the last minute of it."""
    return gathering.state == Gathering.State.CANCELLED or now > gathering.ends_at + STAYS
