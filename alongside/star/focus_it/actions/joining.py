"""Begin to rate: from the account, or from a guest's new seat."""

import uuid

from django.db import transaction

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Participant
from alongside.foundation.history.actor import Actor, Channel
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.queries import groups_of
from alongside.foundation.members.seats import take_seat
from alongside.foundation.responses.models import Response
from alongside.foundation.rooms.actions import come_in
from alongside.star.focus_it.actions.ratings import begin_rating
from alongside.star.focus_it.models import Matrix


@transaction.atomic
def join_as_member(
    matrix: Matrix, *, by: Actor, group: str, through_door: bool, submission_key: uuid.UUID
) -> Response:
    """Let a member rate, in the group that they speak from.

    Whoever has none, a facilitator perhaps, says one and is counted in the whole only.
    """
    by = _way_in(by, through_door=through_door)
    is_unsaid = not groups_of(matrix.place, by)
    participant = join_activity(
        matrix.activity, by=by, group=group, group_confirmed=False if is_unsaid else None
    )
    return _begin(matrix, participant, through_door, submission_key, by=by)


@transaction.atomic
def join_as_guest(
    matrix: Matrix, *, group: str, through_door: bool, submission_key: uuid.UUID
) -> tuple[Seat, str]:
    """Let somebody without an account rate; return the seat with its cookie's value.

    A code or a link can be passed on, so it makes residents only (trust 17): who says that they
    belong to another group rates as well, and is counted in the whole, in no group's line.
    """
    seat, cookie, _words = take_seat(
        matrix.place,
        activity_id=matrix.activity_id,
        group=group,
        group_confirmed=group == Group.RESIDENT,
    )
    by = _way_in(actor_of_seat(seat), through_door=through_door)
    participant = join_activity(matrix.activity, by=by)
    _begin(matrix, participant, through_door, submission_key, by=by)
    return seat, cookie


def _way_in(by: Actor, *, through_door: bool) -> Actor:
    return by.through(Channel.ROOM if through_door else Channel.WEB)


def _begin(
    matrix: Matrix,
    participant: Participant,
    through_door: bool,  # noqa: FBT001 - only from here
    submission_key: uuid.UUID,
    *,
    by: Actor,
) -> Response:
    response = begin_rating(matrix, participant, submission_key=submission_key, by=by)
    if through_door:
        come_in(matrix.room, participant)
    return response
