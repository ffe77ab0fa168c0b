"""A hall votes and asks: an organiser, the big screen, and two phones that run no scripts."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.gatherings import announced, guest_in, poll_in
from tests.journeys.keyboard import Keyboard

if TYPE_CHECKING:
    from tests.journeys.town import Town, Walker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
DESK = "/strathmuir/workspace/events/plan-it-together/live/"
PHONE = {"width": 360, "scripts": False}
ASKED = "Who rings round when it is icy?"


def test_a_hall_votes_asks_and_supports(town: "Town") -> None:
    announced(town.world.strathmuir, by=town.world.cara.actor)
    cara = town.sign_in(town.world.cara)
    code = open_the_room_and_a_poll(cara)
    screen = cara.another_window()
    screen.goes_to(f"{DESK}screen/")
    screen.reads(code)
    ann, joe = come_in(town, code), come_in(town, code)
    vote_by_keyboard(ann)
    ask_something(joe)
    cara.reads("There are new questions.")
    ann.goes_to(ann.page.url.removeprefix(town.url))
    assert ASKED not in ann.page.content()
    read_and_show(cara)
    screen.reads(ASKED)
    support_and_take_back(ann, joe)
    reveal(town, cara, screen)
    assert "Everything holds." in town.operator_types("check")
    assert town.trouble() == []


def open_the_room_and_a_poll(cara: "Walker") -> str:
    """Open the room, a poll and the door, without a mouse; return its five digits."""
    cara.goes_to(DESK)
    keys = Keyboard(cara.page)
    keys.follow("Open the room")
    keys.type("Question", "Where first?")
    keys.type("Choices", "Home care\nParks")
    keys.follow("Keep it for later")
    keys.follow("Open Where first?")
    keys.follow("Open the door")
    return cara.page.inner_text(".room-door__code")


def come_in(town: "Town", code: str) -> "Walker":
    """Type the digits on the screen, read who sees what, press once."""
    phone = town.somebody_with(**PHONE)
    phone.goes_to("/j/")
    phone.fills("Code", code)
    phone.presses("Go on")
    phone.reads("once the organisers have read them")
    phone.presses("Come in")
    phone.reads("Where first?")
    return phone


def vote_by_keyboard(ann: "Walker") -> None:
    keys = Keyboard(ann.page)
    keys.press("Home care", "Space")
    keys.follow("Send my choice")
    ann.reads("You chose “Home care”")


def ask_something(joe: "Walker") -> None:
    joe.fills("Your question", ASKED)
    joe.presses("Ask it")
    joe.reads("The organisers read it first.")


def read_and_show(cara: "Walker") -> None:
    cara.follows("Look again")
    cara.reads(ASKED)
    Keyboard(cara.page).follow("Show it")
    cara.reads("supported by 0")


def support_and_take_back(ann: "Walker", joe: "Walker") -> None:
    """Ann presses "Me too", thinks again, and again; Joe reads that his question is on the list."""
    ann.follows("Look again")
    keys = Keyboard(ann.page)
    for press, then in (("Me too", "supported by 1"), ("Take back", "supported by 0")):
        keys.follow(press)
        ann.reads(then)
    ann.presses("Me too")
    joe.follows("Look again")
    joe.reads("supported by 1")
    joe.reads("on the list")


def reveal(town: "Town", cara: "Walker", screen: "Walker") -> None:
    """Of one vote nothing is told; of six what they chose."""
    expect(screen.page.locator("[data-said]")).to_contain_text("1 has answered", timeout=15_000)
    assert "live-told" not in screen.page.content()
    cara.presses("Reveal")
    screen.reads("Too few answered to tell anything")
    next_poll_of_six(town)
    screen.reads("Who goes?")
    cara.follows("Look again")
    cara.presses("Reveal")
    expect(screen.page.locator("#told")).to_contain_text("4 67 %", timeout=15_000)


def next_poll_of_six(town: "Town") -> None:
    """Six others vote in the next poll."""
    from alongside.foundation.gatherings.models import Gathering
    from alongside.learning.events.actions.floor import vote
    from alongside.learning.events.actions.live import move_poll
    from alongside.learning.events.queries.live import room_of

    by = town.world.cara.actor
    event = Gathering.objects.in_place(town.world.strathmuir).select_related("activity").get()
    event.place = event.activity.place = town.world.strathmuir
    room = room_of(event)
    assert room is not None
    poll = move_poll(event, poll_in(event, room, "Who goes?", ("We", "You"), by=by), "open", by=by)
    poll.room, poll.place = room, room.place
    for choice in (1, 1, 1, 1, 2, 2):
        vote(poll, guest_in(event, room), choice=choice)
