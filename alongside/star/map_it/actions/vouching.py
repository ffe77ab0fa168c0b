"""Confirm to which group a guest belongs who came by the open link and said it themselves.

An open link makes residents only (trust 17): what somebody says of themselves can be said by
anybody. So they are confirmed one by one, as in a room: each tells their own code to somebody who
knows them. Whoever confirms sees neither the answers nor whose code is whose.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Participant
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.models import Group
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.actions.saving import lock_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.vouching import participant_of_code
from alongside.star.map_it.rules.answering import can_enter_answers

NOT_ALLOWED = _("Your role here doesn't confirm groups.")
AT_WORK = (Group.ELECTED, Group.MANAGER, Group.STAFF)


@transaction.atomic
def confirm_group(round_: Round, *, code: str, group: str, by: Actor) -> None:
    """Confirm a guest's group by their code, or put it right; from now on they count in it."""
    refuse_unless(can_enter_answers(by, round_), NOT_ALLOWED)
    if lock_round(round_).phase not in (Phase.OPEN, Phase.GRACE):
        raise Refusal("closed", _("This has closed. Nothing can be changed now."), status=409)
    if group not in AT_WORK:
        raise Refusal("no_such_group", _("Choose one of these groups."), status=409)
    participant = participant_of_code(round_, code)
    if participant is None:
        raise Refusal("unknown_code", _("Nobody here has this code. Check it."), status=409)
    _confirm(participant, group)
    # Of the map, not of the guest: history ties nobody to an answer.
    record_event("confirm_group", round_, by=by, place_id=round_.place_id)


def _confirm(participant: Participant, group: str) -> None:
    given = Response.objects.in_place(participant.place).filter(participant=participant)
    given.exclude(state=Response.State.WITHDRAWN).update(group=group, group_confirmed=True)
    for row in (participant, participant.seat):
        if row is not None:
            row.group, row.group_confirmed = group, True
            row.save(update_fields=["group", "group_confirmed"])
