"""A course from joining it to what changed: two people, a coach, and numbers for those who run it."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from tests.journeys.town import Town, Walker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
DESK = "/caldonia/workspace/courses/"
SMALL = {"width": 320, "scripts": False}


def test_a_cohort_from_booking_to_what_changed(town: "Town") -> None:
    announce_the_day(town)
    fay = town.sign_in(town.world.fay)
    prepare(fay)
    bo = town.sign_in(town.world.bo, **SMALL)
    join_and_plan(bo)
    fay.goes_to(f"{DESK}working-together/1/")
    fay.reads("once five people are in it")
    fay.follows("Find somebody")
    fay.picks("Who coaches?", "Fay")
    fay.presses("Put them together")
    fay.reads("Both are told")
    talk(town, fay, bo)
    look_back(town, bo)
    fay.goes_to("/me/plans/")
    fay.follows("Plan from: Working together")
    fay.reads("Two neighbours ring me now")
    assert "broken" not in town.operator_types("check").lower()
    assert town.trouble() == []


def announce_the_day(town: "Town") -> None:
    """The day is an event like any other (`test_event` walks how it is announced)."""
    from tests.gatherings import announced

    announced(town.world.nation, by=town.world.fay.actor, kind="training", title="Two days")


def prepare(fay: "Walker") -> None:
    """Fay describes a course, and opens it for its first cohort."""
    fay.goes_to(DESK)
    fay.follows("Describe a course")
    fay.fills("What is the course called?", "Working together")
    fay.fills("What do people learn", "To share decisions.")
    fay.presses("Save")
    fay.fills("What is this cohort called?", "Spring")
    fay.presses("Prepare it")
    fay.chooses("Two days")
    fay.presses("Save")
    fay.presses("Open it to join")
    fay.reads("open to join")


def join_and_plan(bo: "Walker") -> None:
    """Bo finds it, joins on a small telephone without JavaScript, and plans one thing."""
    bo.goes_to("/learn/courses/")
    bo.follows("Working together")
    bo.follows("Join this course")
    bo.fills("What do you need to take part?", "A seat near the door")
    bo.presses("Join this course")
    bo.reads("this is your plan")
    bo.follows("Say what shall be different")
    bo.fills("What shall be different in half a year?", "Nobody waits alone.")
    bo.presses("Save")
    bo.follows("Plan something")
    bo.fills("What will you do?", "Try a phone tree")
    day = timezone.localdate() + timedelta(days=40)
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        bo.page.get_by_label(part, exact=True).fill(str(number))
    bo.presses("Put it into the plan")
    bo.reads("Try a phone tree")


def talk(town: "Town", fay: "Walker", bo: "Walker") -> None:
    """The two write to each other; the letter says that there is a note, and not what it says."""
    from alongside.foundation.notices.jobs import send_letters

    fay.goes_to("/me/plans/")
    fay.follows("Plan from: Working together")
    fay.reads("Try a phone tree")
    fay.follows("Notes between the two of you")
    fay.reads("A court can order")
    fay.fills("Your note", "How was the first call?")
    fay.presses("Write it")
    send_letters()
    letter = town.post_office.letter_to("bo@example.org")
    assert "Fay wrote you a note" in letter
    assert "first call" not in letter
    bo.goes_to("/me/plans/")
    bo.follows("Plan from: Working together")
    bo.follows("Notes between the two of you")
    bo.reads("How was the first call?")
    bo.fills("Your note", "Short, and good.")
    bo.presses("Write it")
    cara = town.sign_in(town.world.cara)
    assert cara.page.request.get(bo.page.url).status == 404


def look_back(town: "Town", bo: "Walker") -> None:
    """Six weeks have gone by: Bo keeps the promise, shows it, and says what changed."""
    from alongside.learning.coaching.models import Plan
    from tests.coaching import time_passes

    plans = Plan.objects.in_place(town.world.strathmuir).select_related("place")
    time_passes(plans.get(person=town.world.bo.person), 44)
    bo.goes_to("/me/commitments/")
    bo.follows("Try a phone tree")
    bo.opens("Show something")
    bo.fills("What is there to see?", "The list on my fridge")
    bo.presses("Show it")
    bo.fills("What came of it, or why not?", "Six households are in it.")
    bo.presses("It is done")
    bo.goes_to("/me/plans/")
    bo.follows("Plan from: Working together")
    bo.follows("Look back now")
    bo.chooses("Done what I planned")
    bo.fills("What has changed, and for whom?", "Two neighbours ring me now.")
    bo.presses("Keep it")
    bo.reads("Two neighbours ring me now")
