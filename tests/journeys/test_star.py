"""The whole path: a map is prepared, answered by four groups, drawn, talked about and shared.

On SQLite with a browser among the browser tests; on PostgreSQL as the one journey there is.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.star.map_it.models import Round
from tests.journeys.conftest import ON_POSTGRES
from tests.journeys.town import Town, Walker
from tests.maps import answer, answer_everything, fresh

pytestmark = [
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.django_db(transaction=True) if ON_POSTGRES else pytest.mark.browser,
]
PHONE = 360
MAP = "/strathmuir/workspace/map/"


def test_from_nothing_to_a_star_that_everybody_may_see(town: Town) -> None:
    cara = town.sign_in(town.world.cara)
    prepare_and_open(cara)
    mo_is_invited_and_answers(town, cara)
    ann_answers_on_her_phone(town, poster_link(cara))
    bo_answers_with_ways_of_working(town)
    others_answer(town)
    close_and_draw(town, cara)
    look_at_what_was_found(cara)
    share(town, cara)
    everybody_sees_it(town)
    assert "Everything holds." in town.operator_types("check")
    assert town.trouble() == []


def prepare_and_open(cara: Walker) -> None:
    cara.goes_to(MAP)
    cara.follows("Prepare")
    cara.fills("Title", "How we work together")
    cara.chooses("Home care", "Parks and play", "confidential")
    cara.fills("What can change because of this?", "What we try next year")
    cara.fills("Who decides, and by when?", "The programme board, in March")
    for help_offered in (
        "Other languages", "British Sign Language", "Easy Read", "Audio", "Large print",
    ):  # fmt: skip
        cara.picks(help_offered, "ask us by the date shown")
    cara.fills("Residents", "40")
    cara.presses("Prepare")
    cara.reads("Prepared. Check it, then open it for answers.")
    cara.presses("Open for answers")
    cara.reads("Open for answers.")


def mo_is_invited_and_answers(town: Town, cara: Walker) -> None:
    cara.goes_to("/strathmuir/workspace/members/")
    cara.follows("Invite somebody")
    cara.fills("Email", "mo@example.org")
    cara.chooses("Contributor", "Member of staff")
    cara.presses("Send the invitation")
    cara.reads("mo@example.org")
    mo = town.somebody_with()
    mo.goes_to(town.post_office.link_for("mo@example.org").removeprefix(town.url))
    mo.fills("Your name", "Mo")
    mo.presses("Yes, I take part")
    mo.goes_to("/strathmuir/answer/how-we-work-together/")
    mo.reads("Your manager and the programme lead never see what you answered")
    mo.presses("Start")
    answer_at_a_desk(mo, "Home care", "often")


def poster_link(cara: Walker) -> str:
    """Open the link for residents; return the short address on the poster."""
    cara.goes_to("/strathmuir/workspace/links/")
    cara.presses("Open a link and make a poster")
    cara.sees(".poster__code svg")
    return cara.page.inner_text(".poster__address")


def ann_answers_on_her_phone(town: Town, short_address: str) -> None:
    ann = town.somebody_with(width=PHONE)
    ann.goes_to("/" + short_address.partition("/")[2])
    ann.reads("Nobody here reads your answers one by one")
    ann.presses("Start")
    ann.chooses("Parks and play")
    ann.presses("Continue")
    ann.chooses("I use this")
    ann.presses("Continue")
    for _question in range(4):
        ann.chooses("once or twice")
        ann.presses("Continue")
    ann.fills("Is there anything you want to add?", "The gate is too narrow.")
    ann.presses("Continue")
    ann.reads("Nothing has been sent yet")
    ann.presses("Send my answers")
    ann.reads("Thank you. Your answers are in.")
    ann.reads("They are counted among residents.")
    assert ann.page.evaluate("document.documentElement.scrollWidth") <= PHONE


def bo_answers_with_ways_of_working(town: Town) -> None:
    bo = town.sign_in(town.world.bo)
    bo.goes_to("/strathmuir/answer/how-we-work-together/")
    bo.presses("Start")
    answer_at_a_desk(bo, "Parks and play", "in pockets", ways=True)


def answer_at_a_desk(walker: Walker, service: str, level: str, *, ways: bool = False) -> None:
    """Four questions on a page, then what is done, then who takes part in it."""
    walker.chooses(service)
    walker.presses("Continue")
    for question in walker.page.locator("fieldset", has=walker.page.get_by_label(level)).all():
        walker.touches(question.get_by_label(level).first)
    walker.presses("Save and continue")
    if ways:
        walker.touches(walker.page.locator("main input[type=checkbox]").first)
        walker.presses("Continue")
        walker.chooses("residents", "in a group")
    walker.presses("Continue")
    walker.presses("Continue")
    walker.presses("Send my answers")
    walker.reads("Thank you. Your answers are in.")


def others_answer(town: Town) -> None:
    """Dev, and enough of each group to be shown."""
    round_ = fresh(the_round(town))
    services = [town.world.home_care, town.world.parks]
    answer_everything(round_, town.world.dev.actor, "elected", services, told="Dev", level=3)
    for group, count in {"resident": 9, "staff": 7, "manager": 6, "elected": 5}.items():
        for number in range(count):
            answer(round_, group, number, services, told="another")


def close_and_draw(town: Town, cara: Walker) -> None:
    cara.goes_to(f"{MAP}how-we-work-together/")
    cara.opens("Close it now")
    cara.presses("Close and draw the Star")
    cara.reads("Closed. The Star is being drawn.")
    town.operator_types("worker", "--until-empty")


def look_at_what_was_found(cara: Walker) -> None:
    cara.goes_to(f"{MAP}how-we-work-together/results/")
    cara.sees("svg[role=img]:visible")
    cara.reads("10 of 40 residents answered.")
    cara.reads("Where views differ")
    cara.reads("Of 100 pairs")
    cara.reads("Where more could be tried")
    cara.presses("Add to priorities")
    cara.follows("On the list")
    cara.reads("Could be tried")


def share(town: Town, cara: Walker) -> None:
    sharing = f"{MAP}how-we-work-together/sharing/"
    cara.goes_to(sharing)
    cara.chooses("public")
    cara.fills("How many days do people have to reply?", "3")
    cara.presses("Offer a preview")
    rona = town.sign_in(town.world.rona)
    for walker in (cara, rona):
        walker.goes_to(sharing)
        walker.presses("Sign")
        walker.reads("Signed.")
    cara.goes_to(sharing)
    cara.reads("The days for replies are not over yet.")
    days_pass(town)
    cara.goes_to(sharing)
    cara.presses("Share it now")
    cara.reads("Shared.")


def days_pass(town: Town) -> None:
    rounds = Round.objects.in_place(town.world.strathmuir)
    rounds.update(preview_until=timezone.now() - timedelta(minutes=1))


def everybody_sees_it(town: Town) -> None:
    anybody = town.somebody_with(width=PHONE, scripts=False)
    anybody.goes_to("/strathmuir/")
    anybody.goes_to("/strathmuir/star/")
    anybody.sees("svg[role=img]:visible")
    anybody.reads("Strathmuir")


def the_round(town: Town) -> Round:
    return Round.objects.in_place(town.world.strathmuir).get()
