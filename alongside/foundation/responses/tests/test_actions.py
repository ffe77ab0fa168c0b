"""Sending, sending again, sending late, entering for somebody, taking back."""

import uuid
from datetime import timedelta

import pytest

from alongside.foundation.consent.models import Participant
from alongside.foundation.history.actor import Channel, OnBehalf
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.actions import (
    Receipt,
    amend_response,
    begin_response,
    enter_response,
    submit_response,
    withdraw_response,
)
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.tests.conftest import Going
from tests.people import World

KEY = uuid.UUID("11111111-1111-4111-8111-111111111111")
OTHER_KEY = uuid.UUID("22222222-2222-4222-8222-222222222222")
YES = {"answer": "yes"}
NO = {"answer": "no"}


def begin(world: World, going: Going, key: uuid.UUID = KEY) -> Response:
    return begin_response(
        going.bo,
        submission_key=key,
        instrument_version="test-1",
        window=going.open,
        by=world.bo.actor,
    )


def send(
    response: Response, world: World, going: Going, payload=YES, window=None, **kwargs
) -> Receipt:
    given = {"submission_key": KEY, "by": world.bo.actor, **kwargs}
    return submit_response(response, payload=payload, window=window or going.open, **given)


def enter(world: World, going: Going, payload=YES, **kwargs) -> Receipt:
    given = {
        "group": "resident",
        "submission_key": KEY,
        "instrument_version": "test-1",
        "window": going.open,
        "by": world.cara.actor.through(Channel.PAPER),
        **kwargs,
    }
    return enter_response(going.activity, payload=payload, **given)


def refused(code: str):
    return pytest.raises(Refusal, match=f"^{code}$")


def test_a_draft_does_not_count_and_a_sent_response_does(world: World, going: Going):
    response = begin(world, going)
    counted = Response.objects.in_place(world.strathmuir).counted()
    assert counted.count() == 0
    receipt = send(response, world, going)
    assert not receipt.is_repeat
    assert not receipt.response.is_late
    assert counted.count() == 1


def test_beginning_twice_goes_on_with_the_same_draft(world: World, going: Going):
    assert begin(world, going) == begin(world, going, key=OTHER_KEY)


def test_the_group_of_the_moment_stays_with_the_response(world: World, going: Going):
    response = begin(world, going)
    Participant.objects.in_place(world.strathmuir).update(group="manager")
    assert send(response, world, going).response.group == "staff"


def test_the_same_thing_sent_again_counts_once_and_gets_the_same_receipt(world, going: Going):
    response = begin(world, going)
    first = send(response, world, going)
    again = send(response, world, going)
    assert again.is_repeat
    assert again.response == first.response
    assert again.response.received_at == first.response.received_at
    assert Response.objects.in_place(world.strathmuir).count() == 1


def test_a_repeat_after_closing_still_gets_its_receipt(world: World, going: Going):
    response = begin(world, going)
    send(response, world, going)
    assert send(response, world, going, window=going.closed).is_repeat


def test_other_content_under_the_same_key_is_refused_and_the_first_stands(world, going: Going):
    response = begin(world, going)
    send(response, world, going)
    with refused("submission_conflict") as caught:
        send(response, world, going, payload=NO)
    assert caught.value.status == 409
    response.refresh_from_db()
    assert send(response, world, going).is_repeat


def test_a_key_from_another_form_is_refused(world: World, going: Going):
    with refused("other_form"):
        send(begin(world, going), world, going, submission_key=OTHER_KEY)


def test_a_key_that_was_used_elsewhere_is_refused(world: World, going: Going):
    begin(world, going)
    other = Participant.objects.create(
        place=world.strathmuir, activity=going.activity, person=world.dev.person, group="elected"
    )
    with refused("key_taken"):
        begin_response(
            other,
            submission_key=KEY,
            instrument_version="test-1",
            window=going.open,
            by=world.dev.actor,
        )


def test_nobody_else_can_send_it(world: World, going: Going):
    response = begin(world, going)
    for other in (world.ann, world.cara, world.eve):
        with refused("not_yours"):
            send(response, world, going, by=other.actor)
    assert Response.objects.in_place(world.strathmuir).counted().count() == 0


def test_what_was_begun_in_time_may_arrive_late_and_is_marked(world: World, going: Going):
    response = begin(world, going)
    assert send(response, world, going, window=going.grace).response.is_late


def test_nobody_begins_after_closing_even_in_the_days_of_grace(world: World, going: Going):
    with refused("closed"):
        begin_response(
            going.bo,
            submission_key=KEY,
            instrument_version="test-1",
            window=going.grace,
            by=world.bo.actor,
        )


def test_after_the_days_of_grace_and_before_opening_nothing_is_taken(world: World, going: Going):
    response = begin(world, going)
    with refused("closed"):
        send(response, world, going, window=going.closed)
    with refused("not_open_yet"):
        send(response, world, going, window=going.not_yet)


def test_a_device_may_say_when_it_was_answered_but_not_in_the_future(world: World, going: Going):
    response = begin(world, going)
    now = going.open.now
    earlier = send(response, world, going, answered_at=now - timedelta(hours=3)).response
    assert (earlier.answered_at, earlier.received_at) == (now - timedelta(hours=3), now)
    Response.objects.in_place(world.strathmuir).update(state="draft")
    ahead = send(response, world, going, answered_at=now + timedelta(days=3)).response
    assert ahead.answered_at == now


def test_a_change_by_its_author_counts_at_once(world: World, going: Going):
    response = begin(world, going)
    send(response, world, going)
    amend_response(response, payload=NO, window=going.open, by=world.bo.actor)
    assert send(response, world, going, payload=NO).is_repeat


def test_nothing_is_changed_after_closing_nor_before_it_was_sent(world: World, going: Going):
    response = begin(world, going)
    with refused("not_sent"):
        amend_response(response, payload=NO, window=going.open, by=world.bo.actor)
    send(response, world, going)
    with refused("closed"):
        amend_response(response, payload=NO, window=going.grace, by=world.bo.actor)


def test_a_withdrawn_response_no_longer_counts_and_its_author_may_begin_anew(world, going: Going):
    response = begin(world, going)
    send(response, world, going)
    withdraw_response(response, window=going.open, by=world.bo.actor)
    assert Response.objects.in_place(world.strathmuir).counted().count() == 0
    with refused("withdrawn"):
        send(response, world, going)
    assert begin(world, going, key=OTHER_KEY) != response


def test_only_the_author_withdraws_and_only_while_it_is_open(world: World, going: Going):
    response = begin(world, going)
    with refused("not_yours"):
        withdraw_response(response, window=going.open, by=world.cara.actor)
    with refused("closed"):
        withdraw_response(response, window=going.closed, by=world.bo.actor)


def test_what_is_entered_for_somebody_says_how_and_keeps_no_name(world: World, going: Going):
    by = world.cara.actor.through(Channel.PHONE, OnBehalf.CARER)
    response = enter(world, going, by=by, resident_kind="cares", batch="12").response
    assert (response.channel, response.on_behalf_of) == ("phone", "carer")
    assert (response.batch, response.resident_kind) == ("12", "cares")
    assert response.group_confirmed
    assert response.participant.person is None
    assert response.participant.seat is None


def test_entering_the_same_form_again_counts_once(world: World, going: Going):
    first = enter(world, going)
    assert enter(world, going).is_repeat
    assert Response.objects.in_place(world.strathmuir).count() == 1
    with refused("submission_conflict") as caught:
        enter(world, going, payload=NO)
    assert caught.value.parameters["response"] == first.response


def test_a_form_that_came_after_closing_is_late_and_later_refused(world: World, going: Going):
    assert enter(world, going, window=going.grace).response.is_late
    with refused("closed"):
        enter(world, going, window=going.closed, submission_key=OTHER_KEY)


def test_contributors_do_not_enter_for_others(world: World, going: Going):
    for other in (world.bo, world.eve, world.fay):
        with refused("not_allowed"):
            enter(world, going, by=other.actor)


def test_no_history_ties_an_account_to_a_response(world: World, going: Going):
    before = Event.objects.count()
    response = begin(world, going)
    send(response, world, going)
    withdraw_response(response, window=going.open, by=world.bo.actor)
    enter(world, going, submission_key=OTHER_KEY)
    assert Event.objects.count() == before
