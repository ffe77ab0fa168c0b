"""The events of the example: one past, two coming, each marked as invented."""

import pytest

from alongside.foundation.gatherings.invariants import invariants
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.queries.feedback import feedback_release
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.places.models import Place

pytestmark = pytest.mark.usefixtures("demo")


def test_one_is_past_one_is_full_and_one_has_places() -> None:
    events = Gathering.objects.announced_to(ANONYMOUS).exclude(kind=Gathering.Kind.TRAINING)
    past, full, conference = events.order_by("starts_at")
    assert past.state == Gathering.State.HELD
    assert full.free_count == 0
    assert conference.free_count > 100
    assert conference.place.kind == Place.Kind.NATION
    assert [told for find in invariants().values() for told in find()] == []


def test_their_pages_say_that_they_are_invented(client, strathmuir: Place) -> None:
    for event in Gathering.objects.announced_to(ANONYMOUS).select_related("place"):
        page = client.get(f"/learn/events/{event.place.slug}/{event.slug}/").content.decode()
        assert "Invented example" in page


def test_what_those_who_came_said_is_told_together(strathmuir: Place) -> None:
    past = Gathering.objects.in_place(strathmuir).get(state="held")
    release = feedback_release(past)
    assert release is not None
    assert release.bundle["questions"]["worth"] == [12, 5, 2, 0]
