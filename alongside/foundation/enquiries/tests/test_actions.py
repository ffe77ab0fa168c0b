"""What somebody writes to a place is kept once, told, answered by a person, and deleted in time."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.accounts.limits import Limit
from alongside.foundation.accounts.signs import Signs
from alongside.foundation.consent.jobs import forget
from alongside.foundation.enquiries import actions
from alongside.foundation.enquiries.actions import Draft, answer_enquiry, send_enquiry
from alongside.foundation.enquiries.jobs import remind
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.notices.models import Message
from alongside.foundation.places.models import Place
from tests.enquiries import UNHURRIED, written
from tests.people import World

LINKS = "https://a.example https://b.example https://c.example"


def told_in(place: Place) -> list[tuple[str, str]]:
    rows = Message.objects.in_place(place).order_by("pk")
    return list(rows.values_list("person__name", "kind"))


def test_the_lead_hears_of_it_without_its_words(world: World) -> None:
    written(world.strathmuir, "My mother is ill", name="Nan", email="nan@example.org")
    assert told_in(world.strathmuir) == [("Cara", "enquiry")]
    message = Message.objects.in_place(world.strathmuir).get()
    assert not {"Nan", "mother", "nan@"} & set(f"{message.title} {message.text}".split())


def test_to_the_nation_the_national_lead_hears(world: World) -> None:
    written(world.nation, "How do we begin?")
    assert told_in(world.nation) == [("Fay", "enquiry")]


def test_sent_twice_it_is_there_once_and_told_once(world: World) -> None:
    draft = Draft("When do you meet?", uuid.uuid4())
    both = [
        send_enquiry(
            world.strathmuir, draft=draft, signs=UNHURRIED, network="192.0.2.1", by=ANONYMOUS
        )
        for _click in range(2)
    ]
    assert both[0] == both[1]
    assert len(told_in(world.strathmuir)) == 1


@pytest.mark.parametrize(
    ("place", "text"), [("strathmuir", "Where do you meet?"), ("glenbeg", "When do you meet?")]
)
def test_something_else_from_the_same_page_is_refused_and_the_first_shown(
    world: World, place: str, text: str
) -> None:
    first = written(world.strathmuir, "When do you meet?")
    to, other = getattr(world, place), Draft(text, first.submission_key)
    with pytest.raises(Refusal) as refused:
        send_enquiry(to, draft=other, signs=UNHURRIED, network="192.0.2.1", by=ANONYMOUS)
    assert refused.value.code == "sent_before"
    assert "When do you meet?" in str(refused.value.words)


@pytest.mark.parametrize(
    ("text", "signs", "held_for"),
    [
        ("When do you meet?", Signs(60, is_trapped=True), "trap"),
        ("When do you meet?", Signs(1), "quick"),
        (LINKS, Signs(60), "links"),
    ],
)
def test_what_a_machine_seems_to_send_is_kept_apart_and_nobody_is_told(
    world: World, text: str, signs: Signs, held_for: str
) -> None:
    assert written(world.strathmuir, text, signs=signs).held_for == held_for
    assert told_in(world.strathmuir) == []


def test_a_wave_from_one_network_is_kept_apart_then_refused_and_shuts_out_nobody_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "TOO_BUSY", Limit("enquiry, most", 7, timedelta(hours=1)))
    held = [written(world.strathmuir, f"Pills {n}").held_for for n in range(7)]
    assert held == [""] * 5 + ["many"] * 2
    with pytest.raises(Refusal, match="too_many"):
        written(world.strathmuir, "Pills again")
    assert written(world.glenbeg, "A question", network="198.51.100.9").held_for == ""


def test_nobody_writes_to_a_place_that_is_leaving_and_who_wrote_before_is_still_answered(
    world: World,
) -> None:
    before = written(world.strathmuir, "When do you meet?")
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEAVING)
    world.strathmuir.refresh_from_db()
    with pytest.raises(Refusal, match="closed"):
        written(world.strathmuir, "Once more")
    cara = actor_of_user(world.cara.user)
    answered = answer_enquiry(before, how="phone", on=timezone.localdate(), by=cara)
    assert answered.answered_by == world.cara.person


@pytest.mark.parametrize("name", ["ann", "bo", "rona", "eve", "fay"])
def test_only_those_who_run_the_programme_answer(world: World, name: str) -> None:
    enquiry = written(world.strathmuir, "When do you meet?")
    by = getattr(world, name).actor
    with pytest.raises(Refusal, match="not_allowed"):
        answer_enquiry(enquiry, how="phone", on=timezone.localdate(), by=by)
    assert Enquiry.objects.in_place(world.strathmuir).waiting().count() == 1


def test_an_answer_is_noted_once_with_who_when_and_how(world: World) -> None:
    enquiry = written(world.strathmuir, "When do you meet?")
    today = timezone.localdate()
    for _click in range(2):
        answer_enquiry(enquiry, how="phone", on=today, by=world.cara.actor)
    with pytest.raises(Refusal, match="answered_meanwhile"):
        answer_enquiry(enquiry, how="email", on=today, by=world.cara.actor)
    noted = Enquiry.objects.in_place(world.strathmuir).get()
    assert (noted.answered_by, noted.answered_on, noted.answered_how) == (
        world.cara.person,
        today,
        "phone",
    )
    assert Event.objects.filter(verb="answer_enquiry").count() == 1


@pytest.mark.parametrize("days", [-1, 1])
def test_nobody_was_answered_tomorrow_or_before_they_wrote(world: World, days: int) -> None:
    enquiry = written(world.strathmuir, "When do you meet?")
    with pytest.raises(Refusal, match="no_such_day"):
        answer_enquiry(
            enquiry,
            how="phone",
            on=timezone.localdate() + timedelta(days=days),
            by=world.cara.actor,
        )


def test_everything_is_deleted_after_its_time(world: World) -> None:
    open_ = written(world.strathmuir, "Nobody answers this")
    answered = written(world.strathmuir, "Somebody answers this")
    answer_enquiry(answered, how="phone", on=timezone.localdate(), by=world.cara.actor)
    suspect = written(world.strathmuir, "Pills", signs=Signs(1))
    rows = Enquiry.objects.in_place(world.strathmuir)
    days = {row.pk: round((row.kept_until - row.sent_at) / timedelta(days=1)) for row in rows.all()}
    assert days == {open_.pk: 365, answered.pk: 90, suspect.pk: 30}
    rows.filter(pk=answered.pk).update(kept_until=timezone.now() - timedelta(minutes=1))
    forget()
    assert set(rows.values_list("pk", flat=True)) == {open_.pk, suspect.pk}


def test_who_waits_too_long_is_brought_up_once(world: World) -> None:
    enquiry = written(world.strathmuir, "When do you meet?")
    remind()
    assert told_in(world.strathmuir) == [("Cara", "enquiry")]
    rows = Enquiry.objects.in_place(world.strathmuir).filter(pk=enquiry.pk)
    rows.update(answer_by=timezone.localdate() - timedelta(days=1))
    for _hour in range(2):
        remind()
    assert told_in(world.strathmuir) == [("Cara", "enquiry"), ("Cara", "enquiry_late")]
