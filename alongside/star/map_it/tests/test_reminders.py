"""Members are told of a map, reminded twice if they haven't answered, and can stop it."""

from datetime import timedelta
from email.policy import SMTP

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alongside.foundation.consent.models import Participant
from alongside.foundation.members.models import Membership
from alongside.star.map_it.actions.reminders import due_number, remind_members, stop_token
from alongside.star.map_it.jobs import send_reminders
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import answer, opened_round
from tests.people import World

EVERYONE = {f"{name}@example.org" for name in ("ann", "bo", "cara", "dev", "rona")}


def sent_to() -> set[str]:
    return {to for message in mail.outbox for to in message.to}


def passed(round_: Round, share: float) -> Round:
    length = timedelta(days=28)
    Round.objects.in_place(round_.place).update(
        opens_at=timezone.now() - share * length, closes_at=timezone.now() + (1 - share) * length
    )
    return Round.objects.in_place(round_.place).get()


def test_members_who_may_answer_are_told_once_when_it_opens(world: World) -> None:
    round_ = opened_round(world)
    assert remind_members(round_) == 5
    assert sent_to() == EVERYONE
    assert remind_members(round_) == 0


@pytest.mark.parametrize(("share", "number"), [(0.1, 0), (0.4, 1), (0.7, 2), (0.99, 2)])
def test_two_reminders_come_at_even_distances(world: World, share: float, number: int) -> None:
    assert due_number(passed(opened_round(world), share)) == number


def test_whoever_answered_is_not_reminded(world: World) -> None:
    round_ = passed(opened_round(world), 0.4)
    response = answer(round_, "staff", ["2"], services=[world.parks])[0]
    Participant.objects.in_place(world.strathmuir).filter(pk=response.participant_id).update(
        person=world.bo.person
    )
    remind_members(round_)
    assert sent_to() == EVERYONE - {"bo@example.org"}


def test_a_member_who_left_is_not_reminded(world: World) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.in_place(world.strathmuir).filter(person=world.ann.person).update(
        from_on=yesterday, until_on=yesterday
    )
    remind_members(opened_round(world))
    assert "ann@example.org" not in sent_to()


def test_one_click_stops_them_and_looking_does_not(world: World, client: Client) -> None:
    round_ = opened_round(world)
    address = f"/help/no-reminders/{stop_token(round_, world.ann.person)}/"
    assert client.get(address).status_code == 200
    assert Client(enforce_csrf_checks=True).post(address).status_code == 200
    remind_members(round_)
    assert sent_to() == EVERYONE - {"ann@example.org"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_address_with_the_key_in_it_is_told_and_kept_nowhere(
    world: World, client: Client, method: str
) -> None:
    token = stop_token(opened_round(world), world.ann.person)
    response = getattr(client, method)(f"/help/no-reminders/{token}/")
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"


def test_a_forged_address_stops_nothing(world: World, client: Client) -> None:
    assert client.post("/help/no-reminders/forged/").status_code == 404


def test_the_mail_says_who_sees_the_answer_and_how_to_stop(world: World) -> None:
    remind_members(opened_round(world))
    message = mail.outbox[0]
    assert "Nobody here reads your answers one by one" in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/strathmuir/answer/map-of-2026/" in message.body


def test_closed_and_provisional_maps_remind_nobody(world: World) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(is_provisional=True)
    send_reminders()
    assert mail.outbox == []


def test_a_line_break_in_a_title_stays_out_of_the_subject(world: World) -> None:
    round_ = opened_round(world, title="Map\r\nBcc: everyone@example.org")
    remind_members(round_)
    assert all("\n" not in message.subject for message in mail.outbox)


def test_mail_programs_find_the_address_to_stop_in_one_click(world: World, settings) -> None:
    settings.BASE_URL = "https://alongside.a-council-with-a-long-name.example.org"
    round_ = opened_round(world)
    remind_members(round_)
    to_ann = next(message for message in mail.outbox if message.to == ["ann@example.org"])
    sent = to_ann.message(policy=SMTP).as_bytes().decode()
    token = stop_token(round_, world.ann.person).split(":")[0]
    assert f"\nList-Unsubscribe: <{settings.BASE_URL}/help/no-reminders/{token}:" in sent
