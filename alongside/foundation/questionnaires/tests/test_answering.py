"""What is answered is kept as it was said, counts once, and can be taken back."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.consent.actions.forgetting import forget_what_is_due
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.questionnaires.actions import answering, preparing
from alongside.foundation.questionnaires.actions.ending import end_what_is_over
from alongside.foundation.questionnaires.invariants import answers_that_differ
from alongside.foundation.questionnaires.models import Answers, Questionnaire, Version
from alongside.foundation.questionnaires.queries.answering import payload_of
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of
from tests.people import World
from tests.questionnaires import begun, opened, say, send, sheet_now, street


@pytest.fixture
def asked(world: World) -> Questionnaire:
    return opened(world.strathmuir, by=world.cara.actor)


def test_every_page_is_kept_when_it_is_left(asked: Questionnaire) -> None:
    guest, sheet = begun(asked)
    assert sheet.first_open is not None
    assert sheet.first_open.key == "welcome"
    said = {
        "agree": True,
        "helps": "yes",
        "skills": ["listen", "cook"],
        "order": ["drive", "cook", "listen"],
        "welcome_here": "4",
        "age": "42",
        "hours": "2.50",
        "since": "2020-05-01",
        "time": "14:30",
        "where": {"words": "the  bridge"},
        "safe": "yes",
        "known": "no",
        "more": "Nothing\r\nelse",
    }
    sheet = say(asked, guest, said)
    assert sheet.answers.document == {
        **said,
        "skills": ["cook", "listen"],
        "welcome_here": 4,
        "age": 42,
        "hours": "2.5",
        "where": {"words": "the bridge"},
        "more": "Nothing\nelse",
    }
    assert sheet.response.state == Response.State.DRAFT


def test_a_version_freezes_when_somebody_begins(asked: Questionnaire, world: World) -> None:
    first = preparing.change_questions(asked, contents=street("other"), by=world.cara.actor)
    assert (first.number, first.frozen_at) == (1, None)
    guest, _sheet = begun(asked)
    second = preparing.change_questions(asked, contents=street("third"), by=world.cara.actor)
    assert second.number == 2
    assert sheet_now(asked, guest).answers.version.number == 1
    assert begun(asked)[1].answers.version == second
    same = preparing.change_questions(asked, contents=street("third"), by=world.cara.actor)
    assert same == second
    assert Version.objects.in_place(asked.place).filter(questionnaire=asked).count() == 2


def test_what_is_no_longer_asked_does_not_count(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "yes", "skills": ["cook"]})
    say(asked, guest, {"helps": "no"})
    sheet = send(asked, guest)
    assert sheet.answers.document == {"agree": True, "helps": "no"}


def test_sent_twice_it_counts_once(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "no"})
    send(asked, guest)
    send(asked, guest)
    sent = Response.objects.in_place(asked.place).filter(activity=asked.activity_id)
    assert [one.state for one in sent] == [Response.State.SUBMITTED]


def test_what_has_to_be_answered_is_asked_before_sending(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"helps": "no"})
    with pytest.raises(Refusal) as refused:
        send(asked, guest)
    assert refused.value.code == "missing"


def test_nothing_is_sent_that_its_author_did_not_see(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    seen = digest_of(payload_of(say(asked, guest, {"agree": True, "helps": "no"}).answers))
    sheet = say(asked, guest, {"age": 40})
    with pytest.raises(Refusal) as refused:
        answering.send_answers(
            asked,
            sheet.response,
            submission_key=sheet.response.submission_key,
            seen=seen,
            by=guest,
        )
    assert refused.value.code == "changed_elsewhere"


def test_a_change_after_sending_counts_at_once(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "yes", "skills": ["cook"]})
    before = send(asked, guest).response.payload_hash
    sheet = say(asked, guest, {"helps": "no"})
    assert sheet.is_sent
    assert sheet.answers.document == {"agree": True, "helps": "no"}
    assert sheet.response.payload_hash == digest_of(payload_of(sheet.answers)) != before


def test_a_wish_not_to_say_is_kept_as_such(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    sheet = say(asked, guest, {"age": 42}, declined=["age", "hours"])
    assert sheet.answers.declined == ["age"]
    assert "age" not in sheet.answers.document
    assert sheet.page("age").asked[0].is_declined  # type: ignore[union-attr]


def test_a_group_comes_once_more_and_goes_again(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    for turn in ("neighbour/1", "neighbour/2"):
        sheet = sheet_now(asked, guest)
        answering.keep_turn(asked, sheet.response, key=turn, once_more=True, by=guest)
        say(asked, guest, {f"{turn}/first_name": f"Name of {turn}"})
    sheet = sheet_now(asked, guest)
    answering.drop_turn(asked, sheet.response, key="neighbour/1", by=guest)
    sheet = sheet_now(asked, guest)
    assert sheet.answers.document == {"neighbour": [{"first_name": "Name of neighbour/2"}]}
    with pytest.raises(Refusal):
        answering.drop_turn(asked, sheet.response, key="neighbour/7", by=guest)


@pytest.mark.parametrize(("address", "answer"), [("helps", "maybe"), ("age", "many"), ("age", 130)])
def test_what_does_not_fit_is_never_kept(
    asked: Questionnaire, address: str, answer: object
) -> None:
    guest, _sheet = begun(asked)
    with pytest.raises(Refusal) as refused:
        say(asked, guest, {address: answer})
    assert refused.value.code == "misfit"
    assert sheet_now(asked, guest).answers.document == {}


def test_taken_back_it_is_deleted(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "no"})
    sheet = send(asked, guest)
    answering.withdraw_answers(asked, sheet.response, by=guest)
    assert not Answers.objects.in_place(asked.place).exists()


def test_nobody_writes_on_somebody_elses_sheet(asked: Questionnaire) -> None:
    mine, _sheet = begun(asked)
    other, _sheet = begun(asked)
    sheet = sheet_now(asked, other)
    with pytest.raises(Refusal) as refused:
        answering.keep_page(
            asked,
            sheet.response,
            key="age",
            told={"age": 1},
            declined=frozenset(),
            by=mine,
        )
    assert refused.value.code == "not_yours"


def test_closed_it_takes_nothing(asked: Questionnaire, world: World) -> None:
    guest, _sheet = begun(asked)
    preparing.end_questionnaire(asked, by=world.cara.actor)
    with pytest.raises(Refusal) as refused:
        say(asked, guest, {"age": 1})
    assert refused.value.code == "closed"
    with pytest.raises(Refusal):
        answering.begin_as_guest(
            asked, submission_key=uuid.uuid4(), language="en-gb", network="192.0.2.7"
        )


def test_a_turn_can_be_added_after_sending(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "no"})
    sheet = send(asked, guest)
    answering.keep_turn(asked, sheet.response, key="neighbour/1", once_more=True, by=guest)
    sheet = say(asked, guest, {"neighbour/1/first_name": "Mo"})
    assert sheet.answers.document["neighbour"] == [{"first_name": "Mo"}]
    assert list(answers_that_differ()) == []


def test_what_is_over_is_closed_and_later_deleted(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "no"})
    send(asked, guest)
    assert end_what_is_over(by=system_actor()) == 0
    rows = Questionnaire.objects.in_place(asked.place)
    rows.update(closes_at=timezone.now() - timedelta(days=4))
    assert end_what_is_over(by=system_actor()) == 1
    forget_what_is_due()
    assert Answers.objects.in_place(asked.place).exists()
    activities = Activity.objects.in_place(asked.place).filter(pk=asked.activity_id)
    activities.update(ended_at=timezone.now() - timedelta(days=731))
    forget_what_is_due()
    assert not Answers.objects.in_place(asked.place).exists()


def test_an_answer_that_was_tampered_with_is_found(asked: Questionnaire) -> None:
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "no"})
    send(asked, guest)
    assert list(answers_that_differ()) == []
    Answers.objects.in_place(asked.place).update(document={"helps": "yes"})
    assert len(list(answers_that_differ())) == 1
