"""Letters: each once, true when they are sent, and nothing in them that a guest typed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.foundation.gatherings.actions.standing import cancel_booking
from alongside.foundation.gatherings.actions.telling import mark_told, remind, send_what_is_due
from alongside.foundation.gatherings.mail import booking_behind
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.history.refusal import Refusal
from tests.gatherings import announced, books
from tests.people import World


@pytest.fixture
def workshop(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor, capacity=1)


def long_ago(gathering: Gathering) -> None:
    rows = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    rows.update(booked_at=timezone.now() - timedelta(days=60))


def test_a_booking_is_confirmed_by_one_letter_with_a_calendar_file(workshop: Gathering) -> None:
    books(workshop, "Gail http://evil.example", email="gail@example.org")
    assert send_what_is_due() == 1
    assert send_what_is_due() == 0
    letter = mail.outbox[0]
    assert letter.to == ["gail@example.org"]
    assert letter.subject == "You are booked: Plan it together"
    assert "evil" not in letter.body
    assert "BEGIN:VCALENDAR" in str(letter.attachments[0])


def test_the_address_in_a_letter_leads_to_the_booking_and_no_other_does(
    workshop: Gathering,
) -> None:
    made = books(workshop).booking
    send_what_is_due()
    token = mail.outbox[0].body.split("/help/booking/")[1].split("/")[0]
    found = booking_behind(token)
    assert found is not None
    assert found.pk == made.pk
    assert booking_behind(token[:-3] + "abc") is None


def test_what_became_untrue_before_it_was_sent_is_left_out(workshop: Gathering) -> None:
    cancel_booking(books(workshop).booking)
    send_what_is_due()
    assert [letter.subject.split(":")[0] for letter in mail.outbox] == ["Your booking is cancelled"]


def test_a_letter_the_post_refuses_is_sent_later(workshop: Gathering, monkeypatch) -> None:
    books(workshop)

    def refuses(_letter: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", refuses)
        assert send_what_is_due() == 0
    assert send_what_is_due() == 1


def test_reminders_come_a_week_and_a_day_before_each_once(world: World) -> None:
    for days, expected in ((8, []), (6, ["week"]), (0.9, ["day"])):
        gathering = announced(world.strathmuir, by=world.cara.actor, days=days)
        books(gathering)
        remind()
        rows = Notification.objects.in_place(world.strathmuir).filter(
            booking__gathering=gathering, what__in=("week", "day")
        )
        assert list(rows) == [], "whoever booked just now isn't reminded"
        long_ago(gathering)
        remind()
        remind()
        assert list(rows.values_list("what", flat=True)) == expected


def test_who_left_no_address_is_rung(workshop: Gathering, world: World) -> None:
    gail = books(workshop, "Gail").booking
    hugh = books(workshop, "Hugh", email="", phone="01632 960 777").booking
    cancel_booking(gail)
    send_what_is_due()
    waiting = Notification.objects.in_place(world.strathmuir).filter(
        booking=hugh, what="offered", told_at__isnull=True
    )
    assert waiting.exists()
    with pytest.raises(Refusal):
        mark_told(hugh, by=world.ann.actor)
    mark_told(hugh, by=world.cara.actor)
    assert not waiting.exists()
