"""What became of it: activities told of in full, and decisions of each kind."""

from datetime import timedelta

from django.utils import timezone

from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.initiatives.panels import ward_panel
from alongside.foundation.initiatives.queries import told_in
from alongside.foundation.members.models import Membership
from alongside.foundation.places.models import Place
from alongside.foundation.places.queries import wards_of
from alongside.foundation.practices.models import Practice


def test_some_activities_show_people_cost_change_and_an_agreed_quotation(strathmuir: Place) -> None:
    told = Initiative.objects.in_place(strathmuir).filter(
        people_count__isnull=False,
        cost_pence__isnull=False,
        quotation_agreed=True,
        is_public=True,
    )
    full = [one for one in told if one.what_changed and one.quotation and one.quoted_who]
    assert len(full) >= 4


def test_what_was_found_is_dated_to_the_map_that_found_it(strathmuir: Place) -> None:
    found = Decision.objects.in_place(strathmuir).filter(verdict=Stage.EXISTING)
    days = set(found.values_list("on", flat=True))
    assert len(days) == 2
    assert max(days) - min(days) == timedelta(days=365)
    assert max(days) < timezone.localdate()


def test_decisions_of_every_kind_have_been_made(strathmuir: Place) -> None:
    stages = Initiative.objects.in_place(strathmuir).with_stage().values_list("stage", flat=True)
    assert set(stages) == set(Stage.values)


def test_something_is_being_tried_and_soon_stops(strathmuir: Place) -> None:
    trying = Initiative.objects.in_place(strathmuir).at(Stage.TRYING)
    tried = trying.get(title="People who use home care visit and report")
    latest = tried.decisions.order_by("on", "pk").last()
    assert latest is not None
    assert latest.question
    assert latest.budget_pence
    assert latest.stops_on is not None
    days_left = (latest.stops_on - timezone.localdate()).days
    assert 0 < days_left < 21


def test_something_was_stopped_with_a_lesson(strathmuir: Place) -> None:
    stopped = Initiative.objects.in_place(strathmuir).at(Stage.STOPPED).get()
    latest = stopped.decisions.order_by("on", "pk").last()
    assert latest is not None
    assert "Next time" in latest.reason


def test_candidates_point_to_practice_elsewhere(strathmuir: Place) -> None:
    trying = Initiative.objects.in_place(strathmuir).at(Stage.TRYING)
    tried = trying.get(title="People who use home care visit and report")
    assert [one.title for one in tried.practices.all()] == ["Citizen-led inspections"]


def test_the_nations_practices_are_real_and_name_their_source(strathmuir: Place) -> None:
    practices = Practice.objects.for_partnership(strathmuir)
    assert practices.filter(body="").count() == 14, "restated from published sources"
    assert practices.exclude(body="").count() == 1, "told in full by the invented partnership"
    assert all(one.source for one in practices)
    assert {one.place_id for one in practices} == {strathmuir.nation_id}


def test_each_councillor_has_a_ward_and_one_ward_waits_for_something(strathmuir: Place) -> None:
    wards = {ward.name: ward for ward in wards_of(strathmuir)}
    assert len(wards) == 4
    elected = Membership.objects.in_place(strathmuir).filter(group="elected")
    assert elected.count() == 5
    assert set(elected.values_list("ward__name", flat=True)) == set(wards)
    today = timezone.localdate()
    told = {
        name: ward_panel(ward, told_in(strathmuir, ward), today=today)["groups"]
        for name, ward in wards.items()
    }
    assert told["High Strath"] == []
    stages = {group.stage for group in told["Ferrylea"]}
    assert stages == {Stage.TRYING, Stage.EXISTING}
