"""Saving as you go, sending once, changing until closing, taking back."""

import uuid
from datetime import timedelta

import pytest

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Membership
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import (
    save_answers,
    save_ways,
    save_word,
    send_answers,
    withdraw_answers,
)
from alongside.star.map_it.actions.choosing import choose_services
from alongside.star.map_it.models import CoAnswer, FreeWord, PracticeReport, Round
from alongside.star.map_it.queries.answering import payload_of, sheet_of
from alongside.star.map_it.tests.answering import (
    ALL_OFTEN,
    answered,
    begin_as,
    guest_of,
    make_round,
    move_closing,
    send,
)
from tests.people import World

HOUR = timedelta(hours=1)
HOSTILE = "<script>alert(1)</script> '); DROP TABLE x; -- \u202e{resident_plural} =cmd|' /C'!A0"


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def refused(code: str):
    return pytest.raises(Refusal, match=f"^{code}$")


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


def codes(round_: Round) -> dict[str, str]:
    rows = CoAnswer.objects.in_place(round_.place).values_list("co", "code")
    return dict(rows)


def test_each_answer_is_kept_at_once_and_counts_when_sent(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(
        round_, response, service=world.parks, answers={"design": ("2", "asked")}, by=guest
    )
    assert codes(round_) == {"design": "2"}
    assert counted(round_) == 0
    send(round_, response, guest)
    assert counted(round_) == 1


def test_answering_twice_replaces_the_first(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    for code in ("0", "4"):
        save_answers(
            round_, response, service=world.parks, answers={"design": (code, "")}, by=guest
        )
    assert codes(round_) == {"design": "4"}


@pytest.mark.parametrize(
    "answers",
    [
        {"design": ("5", "")},
        {"design": ("-1", "")},
        {"design": ("", "")},
        {"design": (HOSTILE, "")},
        {"invented": ("3", "")},
        {"design": ("3", "invented")},
    ],
)
def test_codes_off_the_scale_are_refused_and_nothing_is_kept(world, round_: Round, answers):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    with refused("off_the_scale"):
        save_answers(round_, response, service=world.parks, answers=answers, by=guest)
    assert codes(round_) == {}


def test_a_service_the_round_does_not_ask_about_is_refused(world: World):
    round_ = make_round(world.strathmuir, world.home_care)
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    for foreign in (world.parks, world.elsewhere):
        with refused("not_asked"):
            save_answers(round_, response, service=foreign, answers=ALL_OFTEN, by=guest)
        with refused("not_asked"):
            choose_services(round_, response, services=[foreign], by=guest)
        with refused("not_asked"):
            save_ways(round_, response, service=foreign, reports={}, by=guest)
    assert codes(round_) == {}


def test_a_seat_of_another_activity_can_write_nothing_here(world: World, round_: Round):
    other = make_round(world.strathmuir, world.parks, slug="other")
    response = begin_as(round_, guest_of(round_))
    stranger = guest_of(other)
    with refused("not_yours"):
        save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=stranger)


def test_answers_of_one_round_cannot_be_written_through_another(world: World, round_: Round):
    other = make_round(world.strathmuir, world.parks, slug="other")
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    with refused("other_round"):
        save_answers(other, response, service=world.parks, answers=ALL_OFTEN, by=guest)


def test_nothing_is_written_into_a_closed_round(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    move_closing(round_, -48 * HOUR)
    with refused("closed"):
        save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    with refused("closed"):
        begin_as(round_, guest_of(round_))


def test_a_round_that_somebody_closed_early_takes_nothing(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    Round.objects.in_place(round_.place).update(state=Round.State.CLOSED)
    with refused("closed"):
        send(round_, response, guest)
    assert counted(round_) == 0


def test_what_was_begun_in_time_is_taken_late_and_marked(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    move_closing(round_, -HOUR)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    assert send(round_, response, guest).response.is_late


def test_sending_twice_counts_once(world: World, round_: Round):
    guest = guest_of(round_)
    response = answered(round_, guest, world.parks)
    assert send(round_, response, guest).is_repeat
    assert counted(round_) == 1


def test_two_tabs_at_once_show_both_instead_of_sending_what_was_not_seen(world, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    seen_in_first_tab = payload_of(sheet_of(round_, response))
    save_answers(round_, response, service=world.parks, answers={"design": ("0", "")}, by=guest)
    with refused("submission_conflict") as caught:
        send(round_, response, guest, seen=seen_in_first_tab)
    assert caught.value.status == 409
    assert counted(round_) == 0


def test_a_change_after_sending_counts_at_once(world: World, round_: Round):
    guest = guest_of(round_)
    response = answered(round_, guest, world.parks)
    old_page = payload_of(sheet_of(round_, response))
    save_answers(round_, response, service=world.parks, answers={"assess": ("0", "")}, by=guest)
    assert codes(round_)["assess"] == "0"
    assert counted(round_) == 1
    with refused("submission_conflict"):
        send(round_, response, guest, seen=old_page)


def test_nothing_sent_can_be_changed_after_closing(world: World, round_: Round):
    guest = guest_of(round_)
    response = answered(round_, guest, world.parks)
    move_closing(round_, -HOUR)
    with refused("closed"):
        save_answers(round_, response, service=world.parks, answers={"assess": ("0", "")}, by=guest)
    assert codes(round_)["assess"] == "3"


def test_nothing_is_sent_without_an_answer(world: World, round_: Round):
    guest = guest_of(round_)
    with refused("nothing_answered"):
        send(round_, begin_as(round_, guest), guest)


def test_a_key_from_another_form_does_not_send(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    with refused("other_form"):
        send(round_, response, guest, submission_key=uuid.uuid4())


def test_withdrawn_answers_are_deleted_and_one_may_begin_anew(world: World, round_: Round):
    guest = guest_of(round_)
    response = answered(round_, guest, world.parks)
    save_word(round_, response, text="Thank you", language="en-gb", by=guest)
    withdraw_answers(round_, response, by=guest)
    assert counted(round_) == 0
    assert codes(round_) == {}
    assert not FreeWord.objects.in_place(round_.place).exists()
    answered(round_, guest, world.parks)
    assert counted(round_) == 1


def test_a_person_with_two_hats_answers_once_in_each(world: World, round_: Round):
    Membership.objects.create(
        place=world.strathmuir, person=world.cara.person, role="contributor", group="resident"
    )
    cara = world.cara.actor
    answered(round_, cara, world.parks, group="manager")
    answered(round_, cara, world.parks, group="resident")
    assert begin_as(round_, cara, group="manager").state == "submitted"
    people = Response.objects.in_place(round_.place).counted().values_list("group", flat=True)
    assert sorted(people) == ["manager", "resident"]


def test_ways_that_are_no_longer_ticked_go(world: World, round_: Round):
    bo = world.bo.actor
    response = begin_as(round_, bo)
    details = {"groups": ["resident", "staff"], "level": "group", "wish_to_do_more": True}
    both = {"peer_support": details, "journey": details}
    save_ways(round_, response, service=world.parks, reports=both, by=bo)
    save_ways(round_, response, service=world.parks, reports={"journey": details}, by=bo)
    kept = PracticeReport.objects.in_place(round_.place).get()
    assert (kept.way, kept.level, kept.wish_to_do_more) == ("journey", "group", True)


def test_hostile_words_are_kept_as_they_are_and_held_until_read(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_word(round_, response, text=HOSTILE, language="en-gb", by=guest)
    kept = FreeWord.objects.in_place(round_.place).get()
    assert (kept.text, kept.state) == (HOSTILE.strip(), FreeWord.State.HELD)
    save_word(round_, response, text="  ", language="en-gb", by=guest)
    assert not FreeWord.objects.in_place(round_.place).exists()


def test_answering_leaves_no_history_that_names_the_author(world: World, round_: Round):
    before = Event.objects.count()
    answered(round_, world.bo.actor, world.parks)
    assert Event.objects.count() == before


def test_nobody_sends_for_somebody_else(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    seen = payload_of(sheet_of(round_, response))
    for other in (world.cara.actor, world.eve.actor, guest_of(round_)):
        with refused("not_yours"):
            send_answers(
                round_, response, submission_key=response.submission_key, seen=seen, by=other
            )
