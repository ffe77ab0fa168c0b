"""A case on its way: written from an activity without a mouse, sent back, published, suggested.

On SQLite with a browser among the browser tests; on PostgreSQL as one more journey.
"""

import pytest

from alongside.foundation.initiatives.actions import found_initiative
from tests.journeys.conftest import ON_POSTGRES
from tests.journeys.keyboard import Keyboard
from tests.journeys.town import Town, Walker
from tests.maps import hold_round

pytestmark = [
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.django_db(transaction=True) if ON_POSTGRES else pytest.mark.browser,
]
OWN = "/strathmuir/workspace/cases/"
CASE = "Lunch club at the hall"


def test_a_case_is_sent_back_published_and_suggested_to_others(town: Town) -> None:
    an_activity(town)
    there = hold_round(
        town.world.glenbeg, town.world.eve, [town.world.elsewhere], title="First map", told="here"
    )
    cara = town.sign_in(town.world.cara)
    cara_writes_it_without_a_mouse(cara)
    fay = town.sign_in(town.world.fay)
    fay_sends_it_back(fay)
    cara_adds_what_was_missing(cara)
    fay_publishes_it(fay)
    everybody_reads_it(town)
    eve = town.sign_in(town.world.eve)
    eve.goes_to(f"/glenbeg/workspace/map/{there.slug}/results/")
    eve.follows(CASE)
    eve.follows("Read the whole case")
    eve.presses("Put it on the list in Glenbeg")
    eve.reads("chosen for this activity")
    assert "Everything holds." in town.operator_types("check")
    assert town.trouble() == []


def an_activity(town: Town) -> None:
    found_initiative(
        town.world.strathmuir,
        title=CASE,
        co="deliver",
        approach="co-performing",
        service=town.world.home_care,
        what_happens="Neighbours cook for each other on Thursdays.",
        what_changed="Fewer people eat alone.",
        by=town.world.cara.actor,
    )


def cara_writes_it_without_a_mouse(cara: Walker) -> None:
    cara.goes_to(OWN)
    keys = Keyboard(cara.page)
    keys.follow("Tell of something you did")
    keys.press("None of these", "ArrowDown")  # to the first of the group, which is the activity
    keys.follow("Begin")
    keys.follow("Save and go on")
    keys.type("What you wanted to achieve", "That nobody eats alone who doesn't want to.")
    keys.follow("Save and go on")
    keys.type("What was counted", "People at the table")
    keys.press("what those who took part say", "Space")
    keys.follow("Save and go on")
    keys.follow("Save and go on")
    keys.type("What others should know", "Ask first who likes to cook.")
    keys.follow("Save and go on")
    keys.press("Nobody can be recognised in it", "Space")
    keys.follow("Save and go on")
    keys.follow("Send it to the national team")
    cara.reads("The national team has it.")


def fay_sends_it_back(fay: Walker) -> None:
    fay.goes_to("/caldonia/national/cases/")
    fay.follows(CASE)
    fay.reads("Neighbours cook for each other on Thursdays.")
    fay.follows("Send it back")
    fay.fills("Say why", "What does it cost?")
    fay.presses("Send it back")
    fay.reads("The partnership has it.")


def cara_adds_what_was_missing(cara: Walker) -> None:
    cara.goes_to(f"{OWN}lunch-club-at-the-hall/")
    cara.reads("What does it cost?")
    cara.follows("Change What it costs")
    cara.fills("What it costs", "£640")
    cara.presses("Save")
    cara.follows("Add somebody to ask")
    cara.fills("Name", "Jo at the hall")
    cara.fills("Telephone", "01632 960 001")
    cara.chooses("They agreed")
    cara.presses("Save")
    cara.presses("Send it to the national team")


def fay_publishes_it(fay: Walker) -> None:
    fay.goes_to("/caldonia/national/cases/")
    fay.follows(CASE)
    fay.reads("£640")
    fay.presses("Publish it")
    fay.reads("See the page that everybody reads")


def everybody_reads_it(town: Town) -> None:
    somebody = town.somebody_with(width=360)
    somebody.goes_to("/learn/cases/?words=thursdays")
    somebody.follows(CASE)
    somebody.reads("Jo at the hall")
    somebody.reads("what those who took part say")
