"""An event from its announcement to what people said of it: a full workshop, and a place passed on."""

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
DESK = "/strathmuir/workspace/events/"
HELP = {
    "Other languages": "ask us by the date shown",
    "British Sign Language": "ready",
    "Easy Read": "ready",
    "Audio": "not offered",
    "Large print": "ready",
}
SMALL = {"width": 320, "scripts": False}


def test_a_full_workshop_from_booking_to_how_it_was(town: "Town") -> None:
    cara = town.sign_in(town.world.cara)
    announce(cara)
    ann, bo = town.somebody_with(**SMALL), town.somebody_with(**SMALL)
    book(ann, "Ann", "ann.guest@example.org")
    ann.reads("You have a place")
    ann.sees(".al-three-words__words")
    book(bo, "Bo", "bo.guest@example.org", button="Put me on the waiting list")
    bo.reads("You are on the waiting list")
    ann.opens("I can't come")
    ann.presses("Cancel my booking")
    ann.reads("Your booking is cancelled")
    confirm_by_letter(town, bo)
    on_the_day(cara, bo)
    afterwards(cara, bo)
    assert "broken" not in town.operator_types("check").lower()
    assert town.trouble() == []


def announce(cara: "Walker") -> None:
    """Cara prepares a workshop for one person, and announces it."""
    day = timezone.localdate() + timedelta(days=30)
    cara.goes_to(DESK)
    cara.follows("Prepare an event")
    cara.fills("What is it called?", "Walks in spring")
    cara.chooses("Workshop")
    cara.fills("What happens there?", "We plan where to walk.")
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        cara.page.get_by_label(part, exact=True).first.fill(str(number))
    cara.fills("Starts at", "10:00")
    cara.fills("Ends at", "12:00")
    cara.fills("Where?", "Town hall")
    cara.fills("How many people can come?", "1")
    cara.fills("Whom can people ring?", "Cara")
    cara.fills("Their telephone number", "01632 960 114")
    for label, choice in HELP.items():
        cara.picks(label, choice)
    cara.presses("Save")
    cara.presses("Announce it")
    cara.reads("It is announced")


def book(walker: "Walker", name: str, email: str, *, button: str = "Book my place") -> None:
    """Somebody finds it on the list, and books with a name and an address."""
    walker.goes_to("/learn/events/")
    walker.page.get_by_role("link", name="Walks in spring").click()
    walker.follows("Book a place" if "place" in button else "Join the waiting list")
    walker.fills("Your name", name)
    walker.fills("Email address", email)
    walker.fills("What do you need to take part?", "A chair with arms")
    walker.presses(button)


def confirm_by_letter(town: "Town", bo: "Walker") -> None:
    """The place is kept for Bo, who reads it in a letter and says yes."""
    from alongside.foundation.gatherings.jobs import tell

    tell()
    link = town.post_office.link_for("bo.guest@example.org")
    bo.goes_to(link.removeprefix(town.url))
    bo.reads("A place is kept for you")
    bo.presses("Yes, I come")
    bo.reads("You have a place")


def on_the_day(cara: "Walker", bo: "Walker") -> None:
    """Bo points the phone at the poster and is signed in; Cara sees it on her list."""
    let_it_begin(hours_ago=1)
    cara.goes_to(f"{DESK}walks-in-spring/poster/")
    cara.sees(".al-qr svg")
    bo.goes_to("/learn/events/strathmuir/walks-in-spring/here/")
    bo.presses("I am here")
    bo.reads("You are signed in")
    cara.goes_to(f"{DESK}walks-in-spring/people/")
    cara.reads("1 came")
    cara.reads("A chair with arms")


def afterwards(cara: "Walker", bo: "Walker") -> None:
    """It is over: Bo says how it was, and Cara doesn't see it alone."""
    let_it_begin(hours_ago=5)
    cara.goes_to(f"{DESK}walks-in-spring/")
    cara.presses("It has taken place")
    bo.goes_to("/learn/events/strathmuir/walks-in-spring/booking/")
    bo.follows("Say how it was")
    bo.chooses("Mostly", "Partly")
    bo.fills("What will you do now?", "Walk on Tuesdays")
    bo.presses("Send it")
    bo.reads("Thank you")
    cara.goes_to(f"{DESK}walks-in-spring/after/")
    cara.reads("nobody, you included, sees an answer before")
    assert "Tuesdays" not in cara.page.content()


def let_it_begin(*, hours_ago: float) -> None:
    """The clock goes on."""
    from alongside.foundation.gatherings.models import Gathering
    from tests.gatherings import begin_now

    everything = Gathering.objects.unscoped(reason="the only one in town")
    begin_now(everything.select_related("place").get(), hours_ago=hours_ago)
