import pytest

from alongside.foundation.consent.actions import join_activity, pseudonym_of
from alongside.foundation.consent.models import Participant
from alongside.foundation.consent.tests.activities import make_activity
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Membership
from alongside.foundation.members.seats import take_seat
from tests.people import World


def test_joining_twice_is_joining_once(world: World) -> None:
    activity = make_activity(world.strathmuir)
    first = join_activity(activity, by=world.bo.actor)
    assert join_activity(activity, by=world.bo.actor) == first
    assert (first.group, first.group_confirmed) == ("staff", True)


def test_the_same_person_has_one_pseudonym_in_a_place_and_another_elsewhere(world: World) -> None:
    first = join_activity(make_activity(world.strathmuir), by=world.ann.actor)
    second = join_activity(make_activity(world.strathmuir, "Our map of 2027"), by=world.ann.actor)
    assert first.pseudonym == second.pseudonym != ""
    assert first.pseudonym != pseudonym_of(world.eve.person)


def test_somebody_with_two_hats_says_which_one_and_joins_once_in_each(world: World) -> None:
    hat = {"role": "contributor", "group": "resident", "resident_kind": "cares"}
    Membership.objects.create(place=world.strathmuir, person=world.bo.person, **hat)
    activity = make_activity(world.strathmuir)
    with pytest.raises(Refusal, match="which_hat"):
        join_activity(activity, by=world.bo.actor)
    staff = join_activity(activity, by=world.bo.actor, group="staff")
    resident = join_activity(activity, by=world.bo.actor, group="resident")
    assert staff != resident
    assert resident.resident_kind == "cares"


def test_nobody_takes_a_hat_that_is_not_theirs(world: World) -> None:
    activity = make_activity(world.strathmuir)
    with pytest.raises(Refusal, match="not_your_hat"):
        join_activity(activity, by=world.ann.actor, group="elected")
    unsure = join_activity(activity, by=world.ann.actor, group="staff", group_confirmed=False)
    assert not unsure.group_confirmed


@pytest.mark.parametrize("who", ["eve", "fay"])
def test_somebody_of_another_place_cannot_join(world: World, who: str) -> None:
    activity = make_activity(world.strathmuir)
    with pytest.raises(Refusal, match="not_a_member"):
        join_activity(activity, by=getattr(world, who).actor)


def test_a_visitor_without_a_seat_cannot_join(world: World) -> None:
    with pytest.raises(Refusal, match="not_a_member"):
        join_activity(make_activity(world.strathmuir), by=ANONYMOUS)


def test_a_guest_joins_the_one_activity_of_the_seat(world: World) -> None:
    activity, other = make_activity(world.strathmuir), make_activity(world.strathmuir, "Another")
    seat, _cookie, _words = take_seat(
        world.strathmuir, activity_id=activity.pk, group="resident", group_confirmed=True
    )
    by = actor_of_seat(seat)
    participant = join_activity(activity, by=by, resident_kind="uses")
    assert join_activity(activity, by=by) == participant
    assert (participant.person, participant.pseudonym) == (None, "")
    with pytest.raises(Refusal, match="another_seat"):
        join_activity(other, by=by)
    assert Participant.objects.in_place(world.strathmuir).count() == 1
