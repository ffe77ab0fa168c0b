"""Who may change what somebody said."""

import uuid

import pytest

from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.rules import can_change_response, can_enter_responses
from alongside.foundation.responses.tests.conftest import Going
from tests.people import World


@pytest.fixture
def response(going: Going) -> Response:
    return Response.objects.create(
        place=going.activity.place,
        activity=going.activity,
        participant=going.bo,
        group="staff",
        instrument_version="test-1",
        submission_key=uuid.uuid4(),
    )


def test_only_its_author_may_change_it(world: World, response: Response):
    assert can_change_response(world.bo.actor, response)
    for other in (world.ann, world.cara, world.dev, world.eve, world.fay):
        assert not can_change_response(other.actor, response)
    assert not can_change_response(ANONYMOUS, response)


def test_a_seat_opens_its_own_response_only(going: Going, response: Response):
    place = going.activity.place
    seat, _cookie, _words = take_seat(
        place, activity_id=going.activity.pk, group="resident", group_confirmed=True
    )
    assert not can_change_response(actor_of_seat(seat), response)
    going.bo.person, going.bo.seat = None, seat
    response.participant = going.bo
    assert can_change_response(actor_of_seat(seat), response)


def test_a_seat_with_the_number_of_an_account_is_not_that_account(world, response: Response):
    seat, _cookie, _words = take_seat(
        world.strathmuir, activity_id=1, group="resident", group_confirmed=True
    )
    seat.pk = response.participant.person_id
    assert not can_change_response(actor_of_seat(seat), response)


def test_leads_enter_and_contributors_do_not(world: World):
    here = world.strathmuir.pk
    assert can_enter_responses(world.cara.actor, here)
    assert not can_enter_responses(world.bo.actor, here)
    assert not can_enter_responses(world.eve.actor, here)
