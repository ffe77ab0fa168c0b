"""Matrices for tests, made by the actions that pages use."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils import timezone

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import ANONYMOUS, Actor, Channel
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place
from alongside.foundation.responses.models import Response
from alongside.foundation.rooms.actions import come_in, move_room, open_door
from alongside.star.focus_it.actions.fits import ask_what_fits
from alongside.star.focus_it.actions.items import add_idea, change_item
from alongside.star.focus_it.actions.matrices import begin_matrix, prepare_matrix
from alongside.star.focus_it.actions.proposals import propose
from alongside.star.focus_it.actions.ratings import Entry, Kept, begin_rating, rate
from alongside.star.focus_it.actions.reveal import reveal_matrix
from alongside.star.focus_it.models import Item, Matrix, Proposal
from alongside.star.focus_it.queries.matrices import items_of

IDEAS = ("Shopping volunteers", "Peer mentors", "Youth panel", "Walking groups")


def prepared(
    place: Place, *, by: Actor, ideas: Iterable[str] = IDEAS, minimum: int = 5, title: str = "First"
) -> Matrix:
    """A matrix with ideas on its list, ready to begin."""
    matrix = prepare_matrix(
        place, title=title, who_decides="The board, on 3 December", minimum=minimum, by=by
    )
    help_fields = dict.fromkeys(Activity.HELP_FIELDS, "request")
    Activity.objects.in_place(place).filter(pk=matrix.activity_id).update(**help_fields)
    matrix.activity.refresh_from_db()
    for idea in ideas:
        add_idea(matrix, title=idea, co="deliver", by=by)
    return matrix


def asking(place: Place, *, by: Actor, **told: object) -> Matrix:
    """A matrix that people are rating, with its door open."""
    matrix = begin_matrix(prepared(place, by=by, **told), by=by)  # type: ignore[arg-type]
    matrix.room = open_door(matrix.room, by=by)
    return matrix


def move(matrix: Matrix, verb: str, *, by: Actor) -> Matrix:
    """Move the room of a matrix on: reveal, ask_again, end."""
    matrix.room, _moved = move_room(matrix.room, verb, turn=matrix.room.turn, by=by)
    return matrix


def reveal(matrix: Matrix, *, by: Actor) -> Matrix:
    """Reveal what was rated, with its figures."""
    return reveal_matrix(matrix, turn=matrix.room.turn, by=by)


def guest(
    matrix: Matrix, *, group: str = "resident", confirmed: bool = True
) -> tuple[Actor, Response]:
    """Somebody who came in through the door, with the sheet they rate on."""
    seat: Seat = take_seat(
        matrix.place, activity_id=matrix.activity_id, group=group, group_confirmed=confirmed
    )[0]
    by = actor_of_seat(seat).through(Channel.ROOM)
    participant = join_activity(matrix.activity, by=by, group=group)
    come_in(matrix.room, participant)
    return by, begin_rating(matrix, participant, by=by)


def entry(
    item: Item,
    *,
    at: datetime | None = None,
    key: uuid.UUID | None = None,
    turn: int = 1,
    **scores: int,
) -> Entry:
    """One rating as a phone sends it."""
    return Entry(
        item=item.pk,
        version=item.version,
        turn=turn,
        scores=scores,
        submission_key=key or uuid.uuid4(),
        answered_at=at or timezone.now(),
    )  # fmt: skip


def rate_all(
    matrix: Matrix,
    said: Mapping[Item, Mapping[str, int]],
    *,
    group: str = "resident",
    turn: int = 1,
) -> tuple[Actor, Response, list[Kept]]:
    """A new guest rates items."""
    by, response = guest(matrix, group=group)
    entries = [entry(item, turn=turn, **scores) for item, scores in said.items()]  # type: ignore[arg-type]
    kept = rate(matrix, response, entries, by=by)
    response.refresh_from_db()
    return by, response, list(kept.values())


def proposed(place: Place, told: str = "Benches on the hill") -> Proposal:
    """A resident without an account has proposed something."""
    return propose(
        place, title=told, text=f"More about {told}", who_gains="Who sits down",
        submission_key=uuid.uuid4(), by=ANONYMOUS,
    )[0]  # fmt: skip


def furnish_matrices(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """Three matrices: one prepared, one that is being rated, one revealed. Return their names."""
    ideas = [f"Idea {number} {told}" for number in range(1, 5)]
    draft = prepared(place, by=by, ideas=ideas, title=f"Next priorities {told}")
    open_one = asking(place, by=by, ideas=ideas, title=f"Open priorities {told}")
    revealed = asking(place, by=by, ideas=ideas, title=f"Priorities {told}")
    items = items_of(revealed)
    for number in range(12):
        scores = {
            item: {"impact": 1 + (number + item.number) % 5, "effort": 1 + number * item.number % 5}
            for item in items
        }
        rate_all(revealed, scores, group="resident" if number % 2 else "staff")
    change_item(items[0], cost_pence=100_000, staff_days=5, by=by)
    reveal(revealed, by=by)
    ask_what_fits(revealed, money_pence=200_000, staff_days=None, by=by)
    run_waiting_jobs()
    return {
        "prepared": draft.slug,
        "asking": open_one.slug,
        "revealed": revealed.slug,
        "item": str(items[0].number),
        "proposal-key": str(proposed(place, told).submission_key),
        "room": str(open_one.room.public_id),
    }
