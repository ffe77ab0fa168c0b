"""Answering on a phone, in the two ways that are easily forgotten."""

import pytest

from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.rounds import open_round
from tests.journeys.keyboard import Keyboard
from tests.journeys.town import Town
from tests.maps import prepare

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
PHONE = 320
QUESTIONS = 4


@pytest.fixture
def begin(town: Town) -> str:
    """Where people begin to answer an open map about one service."""
    world = town.world
    round_ = prepare(world.strathmuir, world.cara, [world.parks], title="How we work together")
    open_round(round_, by=world.cara.actor)
    return f"/strathmuir/answer/{round_.slug}/"


def sent(town: Town) -> int:
    responses = Response.objects.in_place(town.world.strathmuir)
    return responses.filter(state=Response.State.SUBMITTED).count()


def test_with_the_keyboard_alone(town: Town, begin: str) -> None:
    somebody = town.somebody_with(width=PHONE)
    somebody.goes_to(begin)
    keyboard = Keyboard(somebody.page)
    keyboard.follow("Start")
    keyboard.press("I use this", "Space")
    keyboard.follow("Continue")
    for _question in range(QUESTIONS):
        keyboard.press("Nowhere", "Space")
        somebody.page.keyboard.press("ArrowDown")
        keyboard.follow("Continue")
    keyboard.type("Is there anything you want to add?", "The gate is too narrow.")
    keyboard.follow("Continue")
    somebody.reads("Once or twice")
    keyboard.follow("Send my answers")
    somebody.reads("Thank you. Your answers are in.")
    assert sent(town) == 1
    assert town.trouble() == []


def test_without_scripts_and_back_on_another_phone(town: Town, begin: str) -> None:
    somebody = town.somebody_with(width=PHONE, scripts=False)
    somebody.goes_to(begin)
    somebody.presses("Start")
    somebody.chooses("I live here")
    somebody.presses("Continue")
    somebody.presses("Continue")
    somebody.reads("Choose the answer that fits best.")
    for _question in range(QUESTIONS):
        somebody.chooses("In pockets")
        somebody.presses("Continue")
    somebody.presses("Continue")
    somebody.presses("Send my answers")
    somebody.reads("Thank you. Your answers are in.")
    words = somebody.page.inner_text(".al-three-words__words")
    assert len(words.split()) == 3

    other = town.somebody_with(width=PHONE, scripts=False)
    other.goes_to(f"{begin}come-back/")
    other.fills("Your three words", words.upper())
    other.presses("Go on")
    other.reads("In pockets")
    other.goes_to(f"{begin}withdraw/")
    other.presses("Withdraw and delete")
    assert sent(town) == 0
    assert town.trouble() == []
