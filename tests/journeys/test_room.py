"""A room decides what comes first: a facilitator, a big screen, and phones of several kinds.

On SQLite with a browser among the browser tests; on PostgreSQL as one more journey.
"""

import pytest
from playwright.sync_api import expect

from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.matrices import find_matrix, items_of
from tests.journeys.conftest import ON_POSTGRES
from tests.journeys.town import Town, Walker
from tests.matrices import rate_all

pytestmark = [
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.django_db(transaction=True) if ON_POSTGRES else pytest.mark.browser,
]
PHONE = 360
DESK = "/strathmuir/workspace/priorities/what-comes-first/"
IDEAS = ("Shopping volunteers", "One telephone number")


def test_a_room_rates_reveals_talks_and_decides(town: Town) -> None:
    cara = town.sign_in(town.world.cara)
    code = prepare_and_begin(cara)
    screen = cara.another_window()
    screen.goes_to(f"{DESK}screen/")
    screen.reads(code)
    ann = ann_rates_on_her_phone(town, code)
    lou_rates_without_scripts(town, code)
    joe_rates_in_the_cellar(town, code)
    others_rate(town)
    expect(screen.page.locator("[data-said]")).to_contain_text(
        "7 of 9 have begun, 7 done", timeout=15_000
    )
    reveal_and_talk(cara, screen, ann)
    ask_again(cara, screen, ann)
    decide(cara)
    find_it_everywhere(town, cara)
    assert "Everything holds." in town.operator_types("check")
    assert [line for line in town.trouble() if "INTERNET_DISCONNECTED" not in line] == []


def test_phones_hear_of_new_words_and_send_what_came_too_late(town: Town) -> None:
    cara = town.sign_in(town.world.cara)
    code = prepare_and_begin(cara)
    ann = ann_rates_on_her_phone(town, code)
    change_item(items_of(the_matrix(town))[0], title="A van", by=town.world.cara.actor)
    expect(ann.page.locator("body")).to_contain_text(
        "Its words have changed since you rated it.", timeout=20_000
    )
    joe = come_in(town, code)
    joe.reads("A van")
    # Neither a gap above the item, nor a bar that looks like how far one is.
    title, item = (joe.page.locator(one).bounding_box() for one in (".rate-title", ".is-now"))
    assert title
    assert item
    assert item["y"] - (title["y"] + title["height"]) < 30
    assert joe.page.locator(".is-now").evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"
    rate_one(joe, "A van", "5", "2")
    joe.page.context.set_offline(True)
    rate_one(joe, IDEAS[1], "3", "5")
    joe.reads("not sent yet: 1")
    cara.goes_to(DESK)
    cara.presses("Reveal")
    joe.page.context.set_offline(False)
    expect(joe.page.locator("body")).to_contain_text("This came after the reveal.", timeout=60_000)
    joe.reads("Impact: 3 of 5")
    assert ratings().filter(is_late=True).count() == 1


def prepare_and_begin(cara: Walker) -> str:
    """Prepare, put two ideas on the list, begin, open the door; return its five digits."""
    cara.goes_to("/strathmuir/workspace/priorities/")
    cara.follows("Prepare a Priority Matrix")
    cara.fills("What is it about?", "What comes first")
    cara.fills("Who decides in the end, and by when?", "The board, on 3 December")
    cara.presses("Save")
    for idea in IDEAS:
        cara.follows("Add a new idea")
        cara.fills("What it is", idea)
        cara.fills("Who gains?", "People who can't get out")
        cara.chooses("Do together")
        cara.presses("Save")
        cara.reads(idea)
    cara.goes_to(DESK)
    cara.presses("Begin")
    cara.goes_to(DESK)
    cara.presses("Open the door")
    code = cara.page.inner_text(".room-door__code")
    cara.fills("Heads in the room", "9")
    cara.presses("Note")
    cara.reads("of 9 heads in the room")
    return code


def come_in(town: Town, code: str, **device: object) -> Walker:
    """Type the digits on the screen, say that one is a resident, and start."""
    phone = town.somebody_with(width=PHONE, **device)
    phone.goes_to("/j/")
    phone.fills("Code", code)
    phone.presses("Go on")
    phone.reads("Nobody sees what you rate")
    phone.chooses("Residents")
    phone.presses("Start")
    return phone


def rate_one(phone: Walker, idea: str, impact: str, effort: str) -> None:
    """Rate what the phone shows, and go on."""
    phone.reads(idea)
    form = phone.page.locator("main form:visible", has_text="Save and go on")
    for name, score in (("impact", impact), ("effort", effort)):
        box = form.locator(f"input[name={name}][value='{score}']")
        phone.page.locator(f"label[for='{box.get_attribute('id')}']:visible").click()
    form.get_by_role("button", name="Save and go on").click()


def ann_rates_on_her_phone(town: Town, code: str) -> Walker:
    ann = come_in(town, code)
    rate_one(ann, IDEAS[0], "5", "1")
    rate_one(ann, IDEAS[1], "4", "5")
    ann.reads("All your ratings are in")
    return ann


def lou_rates_without_scripts(town: Town, code: str) -> None:
    lou = come_in(town, code, scripts=False)
    rate_one(lou, IDEAS[0], "4", "2")
    rate_one(lou, IDEAS[1], "5", "4")
    lou.reads("All your ratings are in")


def joe_rates_in_the_cellar(town: Town, code: str) -> None:
    """Without network nothing is lost; with it again all is sent, once."""
    joe = come_in(town, code)
    joe.reads(IDEAS[0])
    joe.page.context.set_offline(True)
    rate_one(joe, IDEAS[0], "5", "2")
    joe.reads("not sent yet: 1")
    rate_one(joe, IDEAS[1], "3", "5")
    joe.reads("not sent yet: 2")
    before = ratings().count()
    joe.page.context.set_offline(False)
    expect(joe.page.locator("body")).to_contain_text("All your ratings are in", timeout=60_000)
    assert ratings().count() == before + 2


def ratings():  # type: ignore[no-untyped-def] # a queryset
    return Rating.objects.unscoped(reason="counted by the test")


def the_matrix(town: Town) -> Matrix:
    matrix = find_matrix(town.world.strathmuir, "what-comes-first")
    assert matrix is not None
    return matrix


def others_rate(town: Town) -> None:
    matrix = the_matrix(town)
    first, second = items_of(matrix)
    for _person in range(4):
        rate_all(matrix, {first: {"impact": 5, "effort": 2}, second: {"impact": 4, "effort": 5}})


def reveal_and_talk(cara: Walker, screen: Walker, ann: Walker) -> None:
    """Everybody sees it at once: the screen by itself, the phones soon after."""
    cara.goes_to(DESK)
    cara.presses("Reveal")
    expect(screen.page.locator("svg.matrix:visible").first).to_be_visible(timeout=20_000)
    screen.reads("Quick wins")
    expect(ann.page.locator("body")).to_contain_text("It is revealed", timeout=20_000)


def ask_again(cara: Walker, screen: Walker, ann: Walker) -> None:
    """Ann sees it differently now; the others stay with what they said."""
    cara.goes_to(DESK)
    cara.presses("Ask again, after talking")
    expect(ann.page.locator("body")).to_contain_text("After the discussion", timeout=20_000)
    ann.follows("Go on")
    rate_one(ann, IDEAS[0], "4", "1")
    expect(screen.page.locator("[data-said]")).to_contain_text("1 of", timeout=15_000)
    cara.goes_to(DESK)
    cara.presses("Reveal")
    expect(ann.page.locator("body")).to_contain_text("It is revealed", timeout=20_000)


def decide(cara: Walker) -> None:
    cara.goes_to(DESK)
    cara.follows("Decide on each")
    cara.follows("Decide")
    cara.follows("Take it on")
    cara.fills("Why", "Everybody sees it as quick")
    cara.fills("Who saw it differently, and why", "Two would rather wait")
    cara.presses("Note this decision")
    cara.reads("Everybody sees it as quick")


def find_it_everywhere(town: Town, cara: Walker) -> None:
    """On the activity, on the board, in the pack."""
    cara.follows(IDEAS[0])
    cara.reads("Two would rather wait")
    cara.goes_to("/strathmuir/workspace/")
    cara.reads(IDEAS[0])
    cara.goes_to("/strathmuir/workspace/packs/")
    cara.presses("Make a pack now")
    town.operator_types("worker", "--until-empty")
    cara.goes_to("/strathmuir/workspace/packs/")
    cara.page.locator("main ul a").first.click()
    cara.reads("Everybody sees it as quick")
    cara.reads("What comes first")
