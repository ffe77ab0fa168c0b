"""What is checked of cases is true, and is found out where it isn't."""

from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.invariants import invariants
from tests.people import World
from tests.telling import publish_case


def broken() -> list[str]:
    return [line for check in invariants().values() for line in check()]


def test_a_case_that_was_changed_behind_our_back_is_found(world: World) -> None:
    case = publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    assert broken() == []
    entry = Practice.objects.in_place(world.nation)
    entry.update(title="Another", withdrawn_on="2026-01-01")
    assert broken() == [f"caldonia/{entry.get().slug}", f"strathmuir/{case.slug}"]
