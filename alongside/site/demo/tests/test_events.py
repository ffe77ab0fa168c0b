"""The events of the example: one past, two coming, each marked as invented."""

import pytest

from alongside.foundation.gatherings.invariants import invariants
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.queries.feedback import feedback_release
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.events.invariants import invariants as live_invariants

pytestmark = pytest.mark.usefixtures("demo")


def test_one_is_past_one_is_full_and_one_has_places() -> None:
    events = Gathering.objects.announced_to(ANONYMOUS).exclude(kind=Gathering.Kind.TRAINING)
    past, full, conference = events.order_by("starts_at")
    assert past.state == Gathering.State.HELD
    assert full.free_count == 0
    assert conference.free_count > 100
    assert conference.place.kind == Place.Kind.NATION
    checks = (*invariants().values(), *live_invariants().values())
    assert [told for find in checks for told in find()] == []


def test_their_pages_say_that_they_are_invented(client, strathmuir: Place) -> None:
    for event in Gathering.objects.announced_to(ANONYMOUS).select_related("place"):
        page = client.get(f"/learn/events/{event.place.slug}/{event.slug}/").content.decode()
        assert "Invented example" in page


def test_what_those_who_came_said_is_told_together(strathmuir: Place) -> None:
    past = Gathering.objects.in_place(strathmuir).get(state="held")
    release = feedback_release(past)
    assert release is not None
    assert release.bundle["questions"]["worth"] == [12, 5, 2, 0]


def test_a_newcomer_sees_its_room_from_both_sides(client, strathmuir: Place) -> None:
    slug = Gathering.objects.in_place(strathmuir).get(title__startswith="Plan the walking").slug
    people = Person.objects.in_place(strathmuir).select_related("user")
    client.force_login(people.get(user__email="ann@example.org").user)
    phone = client.get(f"/learn/events/strathmuir/{slug}/live/").content.decode()
    assert "When should we walk?" in phone
    assert "That is for the roads team" in phone
    assert "Thursday walk" not in phone
    client.force_login(people.get(user__email="cara@example.org").user)
    desk = client.get(f"/strathmuir/workspace/events/{slug}/live/").content.decode()
    assert "Thursday walk" in desk
    assert 'value="50" max="100"' in desk
    screen = client.get(f"/strathmuir/workspace/events/{slug}/live/screen/").content.decode()
    assert "9 have answered" in screen
    assert "live-told" not in screen
