"""What becomes of questions from the floor: read and shown, taken up, answered, set aside."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.rooms.actions import touch_room
from alongside.foundation.rooms.models import Room
from alongside.learning.events import rules
from alongside.learning.events.actions.live import NOT_ALLOWED
from alongside.learning.events.models import Floor, FloorQuestion
from alongside.learning.events.queries.floor import is_read_first


@transaction.atomic
def read_first(gathering: Gathering, room: Room, *, reads_first: bool, by: Actor) -> None:
    """Choose whether new questions wait until they are read. Those that wait go on waiting."""
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    held = Room.objects.in_place(gathering.place).locked(room)
    if is_read_first(held) == reads_first:
        return
    floor, _is_new = Floor.objects.in_place(room.place).update_or_create(
        room=room,
        defaults={"reads_first": reads_first},
        create_defaults={"reads_first": reads_first, "place_id": room.place_id},
    )
    verb = "read_first" if reads_first else "show_at_once"
    record_event(verb, floor, by=by, place_id=floor.place_id, fields={"reads_first"})
    touch_room(room)


@transaction.atomic
def move_question(
    gathering: Gathering, question: FloorQuestion, verb: str, *, why: str = "", by: Actor
) -> FloorQuestion:
    """Show a question, take it up, note that it is answered, or set it aside with a reason.

    Whoever asked reads the reason. Phones look anew at what everybody has before them; one more on
    the list, or one that nobody saw, is no reason to load three hundred pages.
    """
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    questions = FloorQuestion.objects.in_place(gathering.place)
    held: FloorQuestion = questions.select_for_update().get(pk=question.pk)
    before, following = held.state, next_state(rules.QUESTIONS, held.state, verb)
    if following is None:
        return held
    if verb == "set_aside" and not why:
        raise Refusal("no_reason", _("Say why: whoever asked reads it."), status=409)
    held.state, held.why_set_aside = following, why if verb == "set_aside" else ""
    held.save(update_fields=["state", "why_set_aside"])
    record_event(f"{verb}_question", held, by=by, place_id=held.place_id)
    touch_room(question.room, is_asked_anew=before in FloorQuestion.OPEN)
    return held
