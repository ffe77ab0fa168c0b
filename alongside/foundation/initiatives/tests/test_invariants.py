"""The operator's check finds what the actions never do."""

from alongside.foundation.initiatives.actions import propose_candidate
from alongside.foundation.initiatives.invariants import cases_from_elsewhere, without_decision
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.practices.tests.test_queries import add
from tests.people import World


def test_an_initiative_without_a_decision_is_found(world: World) -> None:
    propose_candidate(world.strathmuir, title="Fine", co="assess", by=world.cara.actor)
    assert without_decision() == []
    lost = Initiative.objects.create(place=world.strathmuir, slug="x", title="x", co="assess")
    assert without_decision() == [f"initiative {lost.pk}"]


def test_a_case_of_another_partnership_is_found(world: World) -> None:
    cases = [add(world.nation, "Nation", "assess"), add(world.strathmuir, "Own", "assess")]
    fine = propose_candidate(
        world.strathmuir, title="Fine", co="assess", practices=cases, by=world.cara.actor
    )
    assert cases_from_elsewhere() == []
    fine.practices.add(add(world.glenbeg, "Canary", "assess"))
    assert cases_from_elsewhere() == [f"initiative {fine.pk}"]
