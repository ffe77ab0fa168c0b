"""An activity with people in it, and times to look at it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.consent.models import Activity, Notice, Participant
from alongside.foundation.responses.window import Window
from tests.people import World


@dataclass(frozen=True)
class Going:
    """An activity in Strathmuir, with Bo taking part."""

    activity: Activity
    bo: Participant
    open: Window
    grace: Window
    closed: Window
    not_yet: Window


@pytest.fixture
def going(world: World) -> Going:
    place = world.strathmuir
    notice = Notice.objects.create(place=place, version=1, kind="test", who_sees="x", text="x")
    activity = Activity.objects.create(
        place=place, kind="test", title="A question", purpose="x", notice=notice
    )
    bo = Participant.objects.create(
        place=place, activity=activity, person=world.bo.person, group="staff", group_confirmed=True
    )
    now, day = timezone.now(), timedelta(days=1)

    def window(opens: timedelta, closes: timedelta) -> Window:
        return Window(now, now + opens, now + closes, day)

    return Going(
        activity,
        bo,
        open=window(-day, day),
        grace=window(-2 * day, -timedelta(hours=1)),
        closed=window(-9 * day, -2 * day),
        not_yet=window(day, 2 * day),
    )
