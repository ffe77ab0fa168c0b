import pytest

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import end_membership
from alongside.foundation.members.models import Membership
from tests.people import World, make_somebody


def hat_of(world: World, who: str) -> Membership:
    person = getattr(world, who).person
    return Membership.objects.in_place(person.place).select_related("place").get(person=person)


def test_ending_a_membership_takes_effect_at_once(world: World) -> None:
    end_membership(hat_of(world, "bo"), by=world.cara.actor)
    assert world.bo.actor.place_ids == frozenset()


def test_the_last_lead_cannot_be_ended(world: World) -> None:
    with pytest.raises(Refusal, match="last_lead"):
        end_membership(hat_of(world, "cara"), by=world.cara.actor)
    make_somebody(world.strathmuir, "Lea", role="lead", group="manager")
    end_membership(hat_of(world, "cara"), by=world.cara.actor)
    assert not world.cara.actor.may("members.invite", world.strathmuir.pk)


@pytest.mark.parametrize("who", ["ann", "dev", "rona", "eve", "fay"])
def test_nobody_but_the_lead_ends_a_membership(world: World, who: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        end_membership(hat_of(world, "bo"), by=getattr(world, who).actor)
