"""The room of an event of the example: polls in every state, and questions from the floor."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import Actor
from alongside.foundation.rooms.actions import open_door
from alongside.foundation.rooms.models import Arrival, Room
from alongside.learning.events.actions.live import move_poll, open_live, prepare_poll
from alongside.learning.events.models import FloorQuestion, Support, Vote

People = Sequence[Participant]


def hold_live(gathering: Gathering, told: Mapping[str, Any], *, by: Actor) -> None:
    """Open the room and its door; what those with a place were asked, chose and asked themselves."""
    room = open_door(open_live(gathering, by=by), by=by)
    people = _people_with_a_place(gathering)
    Arrival.objects.bulk_create(
        Arrival(place=room.place, room=room, participant=one, door_number=room.door_number)
        for one in people[: told["arrived"]]
    )
    for poll in told["polls"]:
        _ask_poll(gathering, room, poll, people, by=by)
    for number, question in enumerate(told["questions"]):
        _ask(room, question, people, number)


def _people_with_a_place(gathering: Gathering) -> People:
    bookings = Booking.objects.in_place(gathering.place).filter(
        gathering=gathering, state=Booking.State.BOOKED
    )
    return [one.participant for one in bookings.select_related("participant").order_by("number")]


def _ask_poll(
    gathering: Gathering, room: Room, told: Mapping[str, Any], people: People, *, by: Actor
) -> None:
    """One with votes is opened; where everybody has voted it is revealed."""
    poll = prepare_poll(
        gathering,
        room,
        question=told["question"],
        choices=told["choices"],
        submission_key=uuid.uuid4(),
        by=by,
    )
    poll.room, poll.place = room, room.place
    if "votes" not in told:
        return
    move_poll(gathering, poll, "open", by=by)
    chosen = [at for at, count in enumerate(told["votes"], start=1) for _one in range(count)]
    Vote.objects.bulk_create(
        Vote(place=room.place, poll=poll, participant=one, choice=choice)
        for one, choice in zip(reversed(people), chosen, strict=False)
    )
    if len(chosen) == len(people):
        move_poll(gathering, poll, "reveal", by=by)


def _ask(room: Room, told: Mapping[str, Any], people: People, number: int) -> None:
    """A question in whatever state the story says, with as many others who support it."""
    asker = people[told["asker"]]
    question = FloorQuestion.objects.create(
        place=room.place,
        room=room,
        participant=asker,
        submission_key=uuid.uuid4(),
        text=told["text"],
        state=told["state"],
        why_set_aside=told.get("why", ""),
    )
    others = [one for one in (*people[number:], *people[:number]) if one != asker]
    Support.objects.bulk_create(
        Support(place=room.place, question=question, participant=one)
        for one in others[: told["support"]]
    )
