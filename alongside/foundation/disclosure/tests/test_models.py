"""Figures: read once, shared, and never those of another release."""

import pytest
from django.utils import timezone

from alongside.foundation.consent.models import Activity
from alongside.foundation.disclosure.models import Release
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


@pytest.fixture
def activity(world: World) -> Activity:
    return make_round(world.strathmuir, world.home_care).activity


def released(activity: Activity, figures: dict[str, object], number: int = 1) -> Release:
    made = Release.objects.create(
        place=activity.place, activity=activity, number=number, kind="star", bundle=figures,
        answers_as_of=timezone.now(), digest=str(number), inputs_hash="x",
    )  # fmt: skip
    return Release.objects.in_place(activity.place).get(pk=made.pk)


def test_each_release_reads_its_own_figures(activity: Activity) -> None:
    first, second = released(activity, {"n": [1, None]}), released(activity, {"n": [2]}, 2)
    assert (first.bundle, second.bundle) == ({"n": [1, None]}, {"n": [2]})


def test_the_same_figures_are_parsed_once(activity: Activity) -> None:
    release = released(activity, {"n": 3})
    again = Release.objects.in_place(activity.place).get(pk=release.pk)
    assert again.bundle is release.bundle


def test_a_part_of_the_figures_can_be_asked_for(activity: Activity) -> None:
    released(activity, {"inside": {"n": 4}})
    releases = Release.objects.in_place(activity.place)
    assert releases.values_list("bundle__inside", flat=True).get() == {"n": 4}
    assert releases.filter(bundle__inside__n=4).exists()
