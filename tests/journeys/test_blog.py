"""A visitor filters the blog, resets, searches and comments; a writer's post is reviewed first."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests.people import make_somebody
from tests.posts import author, topic, write_post

if TYPE_CHECKING:
    from tests.journeys.town import Town

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="one journey there is enough"),
]
PHONE = 360


def test_a_visitor_finds_a_post_and_says_something(town: "Town") -> None:
    place = town.world.strathmuir
    together = topic(town.world.nation, "Co-production")
    write_post(place, "What the map told us", topics=[together], authors=[author(place, "Rona")])
    write_post(place, "A bench by the river", text="Eleven people chose where it stands.")

    visitor = town.somebody_with(width=PHONE, scripts=False)
    visitor.goes_to("/")
    visitor.follows("All posts")
    visitor.follows("Co-production")
    visitor.reads("Posts filtered by: Co-production")
    assert visitor.page.get_by_text("A bench by the river").count() == 0
    visitor.follows("Show all")
    visitor.fills("Words", "eleven")
    visitor.presses("Show")
    visitor.reads("Posts filtered by: “eleven”")
    visitor.follows("A bench by the river")
    visitor.follows("Write a comment")
    visitor.page.wait_for_timeout(4500)  # as long as nobody types: quicker is taken for a machine
    visitor.fills("Your name", "Peggy")
    visitor.fills("Your comment", "We sat there yesterday.")
    visitor.presses("Send")

    cara = town.sign_in(town.world.cara)
    cara.goes_to("/strathmuir/workspace/comments/")
    cara.reads("We sat there yesterday.")
    cara.presses("Show")
    visitor.goes_to("/learn/blog/strathmuir/a-bench-by-the-river/")
    visitor.reads("We sat there yesterday.")
    assert town.trouble() == []


def test_a_facilitators_post_is_read_by_a_publisher_first(town: "Town") -> None:
    fin = make_somebody(town.world.strathmuir, "Fin", role="facilitator")
    writer = town.sign_in(fin)
    writer.goes_to("/strathmuir/workspace/blog/")
    writer.presses("Write a post")
    page = writer.page
    page.fill("[name=title]", "Soup on Thursdays")
    page.fill("[name=introduction]", "Who cooks, who eats, who washes up.")
    page.click("button[title='Insert a block']")
    page.get_by_role("option", name="Text").first.click()
    page.locator("[data-contentpath='body'] [contenteditable=true]").first.click()
    page.keyboard.type("Nine people cook in turn.")
    page.wait_for_timeout(1500)  # the editor keeps a draft by itself meanwhile
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="More actions").last.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Submit to Review: Strathmuir").click()

    cara = town.sign_in(town.world.cara)
    cara.goes_to("/strathmuir/workspace/blog/")
    cara.reads("Waiting for review")
    reader = town.somebody_with()
    reader.goes_to("/learn/blog/")
    assert reader.page.get_by_text("Soup on Thursdays").count() == 0
    cara.follows("Soup on Thursdays")
    cara.page.get_by_role("button", name="More actions").last.click()
    with cara.page.expect_navigation():
        cara.page.get_by_role("button", name="Approve and Publish").last.click()
    reader.goes_to("/learn/blog/")
    reader.follows("Soup on Thursdays")
    reader.reads("Nine people cook in turn.")
    assert town.operator_types("check")
