"""The life of a map beside its answers: changed, discarded, a smaller one, a councillor by name."""

import pytest

from alongside.star.map_it.models import Round
from tests.journeys.town import Town, Walker
from tests.maps import CROWD, answer, hold_round, prepare

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
PHONE = 360
MAP = "/strathmuir/workspace/map/"
BOARD = "/strathmuir/workspace/"


def test_a_map_is_changed_and_another_discarded(town: Town) -> None:
    world = town.world
    prepare(world.strathmuir, world.cara, [world.parks], title="Mpa of the parks")
    prepare(world.strathmuir, world.cara, [world.parks], title="Made by mistake")
    cara = town.sign_in(world.cara, width=PHONE)
    cara.goes_to(f"{MAP}mpa-of-the-parks/")
    cara.follows("Change it")
    cara.fills("Title", "Map of the parks")
    cara.presses("Save")
    cara.reads("Map of the parks")
    cara.presses("Open for answers")
    cara.follows("Change who is asked")
    cara.fills("Residents", "40")
    cara.presses("Save")
    cara.goes_to(f"{MAP}made-by-mistake/")
    cara.opens("Discard it")
    cara.presses("Discard it for good")
    cara.reads("“Made by mistake” is discarded.")
    assert town.trouble() == []


def test_a_smaller_star_waits_and_a_councillor_stands_with_his_name(town: Town) -> None:
    world = town.world
    hold_round(
        world.strathmuir, world.cara, [world.parks, world.home_care], title="All", told="All"
    )
    prepare(world.strathmuir, world.cara, [world.parks], title="A closer look")
    cara = town.sign_in(world.cara)
    cara.goes_to(f"{MAP}a-closer-look/")
    cara.presses("Open for answers")
    dev = town.sign_in(world.dev, width=PHONE)
    dev_answers_with_his_name(dev)
    others_answer(town)
    cara.goes_to(f"{MAP}a-closer-look/")
    cara.opens("Close it now")
    cara.presses("Close and draw the Star")
    town.operator_types("worker", "--until-empty")
    cara.goes_to(BOARD)
    cara.reads("“A closer look” was drawn since, about 1 service.")
    cara.presses("Show it as our Star")
    cara.reads("The Star of “A closer look” stands on the board now.")
    dev.goes_to(f"{MAP}a-closer-look/results/")
    dev.reads("Dev chose to stand with their name")
    dev.follows("Read what they answered")
    dev.reads("What everybody else answered is confidential.")
    assert "Everything holds." in town.operator_types("check")
    assert town.trouble() == []


def dev_answers_with_his_name(dev: Walker) -> None:
    dev.goes_to(BOARD)
    dev.reads("answered “A closer look” yet.")
    dev.follows("Answer now")
    dev.presses("Start")
    for co in ("commission", "design", "deliver", "assess"):
        dev.touches(dev.page.locator(f"input[name='{co}-code'][value='2']"))
    dev.presses("Save and continue")
    dev.presses("Save and continue")
    dev.presses("Continue")
    dev.presses("Send my answers")
    dev.presses("Put my answers on the record")
    dev.reads("They stand with your name, beside the Star.")


def others_answer(town: Town) -> None:
    world = town.world
    round_ = Round.objects.in_place(world.strathmuir).get(slug="a-closer-look")
    for group, count in CROWD.items():
        for number in range(count):
            answer(round_, group, number, [world.parks], told="Closer")


def test_what_is_not_happening_is_in_reach_on_a_phone(town: Town) -> None:
    world = town.world
    hold_round(world.strathmuir, world.cara, [world.parks], title="All", told="All")
    cara = town.sign_in(world.cara, width=PHONE)
    cara.goes_to(BOARD)
    button = cara.page.get_by_role("button", name="Add to priorities").first
    box = button.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE
    cara.presses("Add to priorities")
    cara.reads("On the list")
    assert town.trouble() == []
