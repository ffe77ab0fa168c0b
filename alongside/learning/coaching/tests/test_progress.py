"""Those who run a course see numbers, of enough people, and words of those who agreed."""

import pytest
from django.db import IntegrityError, transaction

from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.invariants import strayed_rows
from alongside.learning.coaching.actions.following import release_what_changed
from alongside.learning.coaching.models import Plan
from alongside.learning.coaching.queries.progress import progress_of, releases_of
from tests.coaching import crowd, joins, looks_back, open_cohort, plans, time_passes
from tests.people import World

pytestmark = pytest.mark.django_db


def test_below_five_people_there_are_no_numbers(world: World) -> None:
    cohort = open_cohort(world.nation, by=world.fay.actor)
    members = crowd(world.strathmuir, 5)
    for number, one in enumerate(members, start=1):
        plans(joins(cohort, one), one)
        progress = progress_of(cohort)
        assert progress.is_told == (number == 5)
        assert progress.actions == (5 if number == 5 else 0)


def test_what_changed_is_frozen_once_and_tells_nobody_s_answer(world: World) -> None:
    cohort = open_cohort(world.nation, by=world.fay.actor)
    members = crowd(world.strathmuir, 4) + crowd(world.glenbeg, 3, of="Other")
    joined = [(joins(cohort, one), one) for one in members]
    for number, (plan, one) in enumerate(joined):
        time_passes(plan, 50)
        looks_back(plan, one, what_changed=f"Change {number}", may_tell=number < 6)
    assert release_what_changed(by=system_actor()) == 0  # the two weeks are not over
    for plan, _one in joined:
        time_passes(plan, 57)
    assert release_what_changed(by=system_actor()) == 1
    assert release_what_changed(by=system_actor()) == 0
    bundle = releases_of(cohort)["6-weeks"].bundle
    assert bundle["answered"] == 7
    assert sorted(bundle["words"]["what_changed"]) == [f"Change {n}" for n in range(6)]


def test_too_few_answers_are_frozen_as_nothing(world: World) -> None:
    cohort = open_cohort(world.nation, by=world.fay.actor)
    for one in crowd(world.strathmuir, 4):
        looks_back(time_passes(joins(cohort, one), 57), one, may_tell=True)
    release_what_changed(by=system_actor())
    bundle = releases_of(cohort)["6-weeks"].bundle
    assert bundle == {
        "answered": None,
        "questions": {"how_far": None},
        "words": {"what_changed": []},
    }


def test_the_database_lets_a_plan_point_to_its_own_nation_only(world: World) -> None:
    ours = open_cohort(world.strathmuir, by=world.cara.actor)
    with pytest.raises(IntegrityError, match="lies in another place"), transaction.atomic():
        Plan.objects.create(place=world.glenbeg, person=world.eve.person, cohort=ours)
    national = open_cohort(world.nation, by=world.fay.actor)
    Plan.objects.create(place=world.glenbeg, person=world.eve.person, cohort=national)
    assert list(strayed_rows()) == []
