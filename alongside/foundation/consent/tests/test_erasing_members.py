"""A lead has somebody erased at their wish: a member, or a guest who names their three words."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions import (
    erase_member,
    erase_seat,
    join_activity,
    replay_tombstones,
)
from alongside.foundation.consent.actions.erasing import risen_seats
from alongside.foundation.consent.tests.activities import make_activity
from alongside.foundation.consent.tombstones import tombstone_file, tombstones
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Contact, Membership, Person, Seat
from alongside.foundation.members.seats import seat_of_words, take_seat
from alongside.foundation.places.models import Place
from tests.people import World, make_somebody


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path) -> None:
    settings.RUN_DIR = tmp_path


def take(world: World, title: str = "Our map of 2026") -> tuple[Seat, str]:
    activity = make_activity(world.strathmuir, title)
    seat, _cookie, words = take_seat(
        world.strathmuir, activity_id=activity.pk, group="resident", group_confirmed=False
    )
    join_activity(activity, by=actor_of_seat(seat))
    return seat, words


def test_a_member_is_erased_and_told_once_more(
    world: World, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        erase_member(world.ann.person, by=world.cara.actor)
    person = Person.objects.in_place(world.strathmuir).get(pk=world.ann.person.pk)
    assert (person.name, person.user) == ("", None)
    assert not Contact.objects.in_place(world.strathmuir).filter(person=person).exists()
    (message,) = mail.outbox
    assert message.to == ["ann@example.org"]
    assert "This is the last email" in message.body
    assert Event.objects.get(verb="erase_person").actor_id == world.cara.user.pk


def test_an_account_that_stands_behind_nobody_is_closed(world: World) -> None:
    erase_member(world.ann.person, by=world.cara.actor)
    assert not User.objects.filter(email="ann@example.org").exists()


def test_what_another_partnership_knows_is_not_touched(world: World) -> None:
    there = Person.objects.create(place=world.glenbeg, user=world.ann.user, name="Ann")
    Membership.objects.create(place=world.glenbeg, person=there, role="contributor")
    erase_member(world.ann.person, by=world.cara.actor)
    there.refresh_from_db()
    assert (there.name, there.user) == ("Ann", world.ann.user)
    assert world.ann.actor.may("workspace.see", world.glenbeg.pk)
    assert not world.ann.actor.may("workspace.see", world.strathmuir.pk)


def test_the_only_lead_stays_until_there_is_another(world: World) -> None:
    with pytest.raises(Refusal, match="last_lead"):
        erase_member(world.cara.person, by=world.cara.actor)
    lee = make_somebody(world.strathmuir, "Lee", role="lead")
    erase_member(world.cara.person, by=lee.actor)
    with pytest.raises(Refusal, match="last_lead"):
        erase_member(lee.person, by=lee.actor)


def test_two_hats_of_one_lead_are_still_one_lead(world: World) -> None:
    Membership.objects.create(
        place=world.strathmuir, person=world.cara.person, role="lead", group="resident"
    )
    with pytest.raises(Refusal, match="last_lead"):
        erase_member(world.cara.person, by=world.cara.actor)


@pytest.mark.parametrize("who", ["bo", "dev", "eve", "fay", "rona"])
def test_nobody_else_has_a_member_or_a_guest_erased(world: World, who: str) -> None:
    seat, _words = take(world)
    with pytest.raises(Refusal, match="not_allowed"):
        erase_member(world.ann.person, by=getattr(world, who).actor)
    with pytest.raises(Refusal, match="not_allowed"):
        erase_seat(seat, by=getattr(world, who).actor)
    assert not tombstone_file().exists()


def test_a_partnership_that_leaves_still_lets_people_go(world: World) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEAVING)
    erase_member(world.ann.person, by=world.cara.actor)
    assert not Contact.objects.in_place(world.strathmuir).filter(person=world.ann.person).exists()


@pytest.mark.parametrize("is_self", [True, False])
def test_a_guest_is_erased_and_what_was_counted_stands(world: World, *, is_self: bool) -> None:
    seat, words = take(world)
    participant = seat.participations.get()
    erase_seat(seat, by=actor_of_seat(seat) if is_self else world.cara.actor)
    assert seat_of_words(words) is None
    participant.refresh_from_db()
    assert (participant.seat, participant.person) == (None, None)
    assert participant.erased_at is not None
    assert participant.group == "resident"


def test_a_guest_erases_no_other_guest(world: World) -> None:
    seat, _words = take(world)
    other, _words = take(world, "Another map")
    with pytest.raises(Refusal, match="not_allowed"):
        erase_seat(other, by=actor_of_seat(seat))


def test_a_restored_backup_forgets_the_guest_again(world: World) -> None:
    seat, _words = take(world)
    kept = {field.attname: getattr(seat, field.attname) for field in Seat._meta.concrete_fields}
    erase_seat(seat, by=world.cara.actor)
    Seat.objects.create(**kept)
    assert len(risen_seats(tombstones())) == 1
    assert replay_tombstones(by=system_actor()) == 1
    assert not Seat.objects.in_place(world.strathmuir).exists()
    assert replay_tombstones(by=system_actor()) == 0


def test_a_later_seat_with_the_same_number_is_left_alone(world: World) -> None:
    seat, _words = take(world)
    erase_seat(seat, by=world.cara.actor)
    kept = {field.attname: getattr(seat, field.attname) for field in Seat._meta.concrete_fields}
    later = timezone.now() + timedelta(seconds=1)
    Seat.objects.create(**{**kept, "id": seat_number(), "made_at": later})
    assert replay_tombstones(by=system_actor()) == 0


def seat_number() -> int:
    """The number of the seat that was erased last."""
    return int(list(tombstones())[-1].key.partition(" ")[0])
