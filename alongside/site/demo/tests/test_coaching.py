"""The course of the example: one that ended, with plans and a coach; one that people can join."""

import pytest

from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.coaching.models import Cohort, Plan

pytestmark = pytest.mark.usefixtures("demo")


def test_one_cohort_has_ended_and_one_is_open(client) -> None:
    ended, coming = Cohort.objects.all().announced().order_by("ends_on")
    assert ended.plans.count() == 2
    page = client.get(f"/learn/courses/{coming.place.slug}/{coming.course.slug}/").content.decode()
    assert "Join this course" in page
    assert "Inverness" in page
    assert "Invented example" in page


def test_bo_can_look_back_and_his_coach_reads_the_plan(client, strathmuir: Place) -> None:
    plan = Plan.objects.in_place(strathmuir).exclude(person=None).get()
    for email, told in (("bo", "Look back now"), ("alec", "Bo")):
        people = Person.objects.unscoped(reason="the example's own people")
        person = people.get(user__email=f"{email}@example.org")
        client.force_login(person.user)
        page = client.get(f"/me/plans/{plan.public_id}/").content.decode()
        assert told in page
        assert "phone tree" in page
