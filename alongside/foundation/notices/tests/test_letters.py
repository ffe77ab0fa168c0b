"""Letters: together or alone, never empty, never twice by mistake, and stopped with one press."""

from datetime import timedelta

import pytest
from django.core import mail, signing
from django.utils import timezone

from alongside.foundation.consent.actions import erase_member
from alongside.foundation.members.models import Membership
from alongside.foundation.notices import actions
from alongside.foundation.notices.actions import SALT, send_what_is_due, tell, wish
from alongside.foundation.notices.jobs import send_letters
from alongside.foundation.notices.models import Letter, Message
from alongside.foundation.notices.queries import DIGEST


def tell_ann(world, number: int = 1):
    return tell(
        world.ann.person,
        kind="answer",
        key=str(number),
        title=f"Bo answered your question {number}",
        text="Ask the carers' centre.",
        path=f"/learn/network/{number}/",
    )


def days_pass(days: float) -> None:
    for table in (Letter, Message):
        rows = table.objects.unscoped(reason="time passes")
        for row in rows:
            row.made_at -= timedelta(days=days)
            if getattr(row, "key", "").startswith(DIGEST):
                row.key = f"{DIGEST} {timezone.localdate(row.made_at).isoformat()}"
            row.save()


def test_a_digest_holds_what_waits_and_never_comes_empty(world) -> None:
    tell_ann(world, 1), tell_ann(world, 2), tell_ann(world, 2)
    assert send_what_is_due() == 1
    (letter,) = mail.outbox
    assert letter.to == ["ann@example.org"]
    assert letter.subject == "2 things from Alongside: Bo answered your question 1"
    assert "http://127.0.0.1:8000/learn/network/2/" in letter.body
    tell_ann(world, 3)
    assert send_what_is_due() == 0  # once a day
    days_pass(1)
    assert send_what_is_due() == 1
    days_pass(1)
    assert send_what_is_due() == 0  # nothing to say
    assert len(mail.outbox) == 2


def test_each_hears_as_often_as_they_wish(world) -> None:
    wish(often="at_once", by=world.ann.actor)
    tell_ann(world, 1), tell_ann(world, 2)
    assert send_what_is_due() == 2
    wish(often="weekly", by=world.ann.actor)
    tell_ann(world, 3)
    assert send_what_is_due() == 1
    tell_ann(world, 4)
    days_pass(6)
    assert send_what_is_due() == 0
    days_pass(1)
    assert send_what_is_due() == 1


def test_whoever_hears_at_once_is_not_flooded(world) -> None:
    wish(often="at_once", by=world.ann.actor)
    for number in range(14):
        tell_ann(world, number)
    assert send_what_is_due() == 10
    assert send_what_is_due() == 0
    days_pass(1)
    assert send_what_is_due() == 4


def test_a_letter_can_be_stopped_with_one_press_by_program_or_person(client, world) -> None:
    tell_ann(world)
    send_what_is_due()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    path = headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    assert f"\nList-Unsubscribe: <http://127.0.0.1:8000{path}>\n" in (
        mail.outbox[0].message().as_string()
    )
    tell_ann(world, 2)
    client.get(path)
    assert Message.objects.in_place(world.strathmuir).count() == 2  # looking changes nothing
    client.post(path, {"List-Unsubscribe": "One-Click"})
    days_pass(1)
    assert tell_ann(world, 3) is None
    assert send_what_is_due() == 0
    assert client.post("/help/no-messages/made-up/").status_code == 404
    # Two tokens made in different seconds differ; what this one says doesn't.
    assert signing.loads(path.split("/")[-2], salt=SALT) == world.ann.person.pk


def test_killed_before_sending_it_goes_out_later(world, monkeypatch) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    tell_ann(world)
    with monkeypatch.context() as patch:
        patch.setattr(actions, "_mail", die)
        with pytest.raises(KeyboardInterrupt):
            send_what_is_due()
    assert send_what_is_due() == 0  # not at once: another worker may be at it
    _an_hour_passes()
    assert send_what_is_due() == 1
    assert len(mail.outbox) == 1


def test_killed_after_each_sending_it_goes_out_twice_at_most_and_looks_the_same(
    world, monkeypatch
) -> None:
    send = actions._mail

    def send_and_die(*told) -> None:
        send(*told)
        raise KeyboardInterrupt

    monkeypatch.setattr(actions, "_mail", send_and_die)
    tell_ann(world)
    for _ in range(4):
        _an_hour_passes()
        try:
            send_letters()
        except KeyboardInterrupt:
            continue
    assert len(mail.outbox) == 2
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def _an_hour_passes() -> None:
    letters = Letter.objects.unscoped(reason="time passes").exclude(tried_at=None)
    letters.update(tried_at=timezone.now() - timedelta(minutes=61))


def test_nobody_hears_who_left_or_was_erased(world) -> None:
    tell_ann(world)
    tell(world.bo.person, kind="answer", key="1", title="For Bo", path="/")
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.in_place(world.strathmuir).filter(person=world.bo.person).update(
        from_on=yesterday, until_on=yesterday
    )
    erase_member(world.ann.person, by=world.cara.actor)
    assert send_what_is_due() == 0
    assert not Message.objects.in_place(world.strathmuir).filter(person=world.ann.person).exists()


def test_the_choice_is_made_on_a_page(client, world) -> None:
    client.force_login(world.ann.user)
    page = client.get("/me/messages/").content.decode()
    assert "once a day" in page
    client.post("/me/messages/", {"often": "never"})
    assert tell_ann(world) is None
    assert client.post("/me/messages/", {"often": "hourly"}).status_code == 422
