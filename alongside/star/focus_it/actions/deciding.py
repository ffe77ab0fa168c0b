"""Decide on what was rated. The decision is the initiative's; the matrix remembers that it gave it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import decide_initiative
from alongside.foundation.initiatives.models import Decision, Stage
from alongside.foundation.rooms.actions import touch_room
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Item


@transaction.atomic
def decide_item(item: Item, *, verdict: Stage, by: Actor, **told: Any) -> Decision:
    """Give a verdict on an item once its ratings are revealed; `told` as for initiatives."""
    room = Room.objects.in_place(item.place).locked(item.matrix.room)
    if room.stage not in {Room.Stage.REVEALED, Room.Stage.ENDED}:
        raise Refusal(
            "not_revealed",
            _("Decide when the ratings are revealed: until then nobody knows what people think."),
            status=409,
        )
    decision = decide_initiative(item.initiative, verdict=verdict, by=by, **told)
    if item.decision_id != decision.pk:
        item.decision = decision
        item.save(update_fields=["decision"])
        touch_room(room)
    return decision
