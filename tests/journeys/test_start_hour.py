"""Start now: from nothing to a room that can answer, on a small screen, with the keyboard alone."""

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.db import connection

from tests.journeys.keyboard import Keyboard

if TYPE_CHECKING:
    from tests.site_at import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the running site is a file"),
]
WIDTH = 360
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


class CarefulKeyboard(Keyboard):
    """Looks on every page of the way for what would keep people out."""

    def follow(self, words: str) -> None:
        super().follow(words)
        self.look()

    def look(self) -> None:
        result = Axe().run(self.page, options=RULES)
        assert result.violations_count == 0, result.generate_report()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def code_in_mail() -> str:
    found = re.search(r"^\S{4,12}$", mail.outbox[0].body, re.MULTILINE)
    assert found
    return found.group()


def test_the_whole_path_with_the_keyboard_alone(site: "Site") -> None:
    watched = site.visit_as("Nobody", width=WIDTH)
    watched.go("/start/")
    gail = CarefulKeyboard(watched.page)
    gail.look()
    gail.follow("Start now")
    gail.follow("Make an account")
    gail.type("Email", "gail@example.org")
    gail.follow("Make my account")
    gail.type("Code", code_in_mail())
    gail.follow("Confirm")
    gail.type("What is your partnership called?", "Upper Nith Partnership")
    gail.follow("Save and continue")
    gail.type("What is your name?", "Gail Reid")
    gail.type("Telephone number", "01234 567 890")
    gail.follow("Save and continue")
    for name in ("Home care", "Libraries and culture"):
        gail.press(name, "Space")
    gail.follow("Save and continue")
    assert "You have picked 2" in gail.page.inner_text(".govuk-error-summary")
    gail.type("A service of your own", "Men's shed")
    gail.follow("Save and continue")
    gail.follow("Save and continue")
    assert "Men's shed" in gail.page.inner_text("main")
    gail.follow("Begin our hour")
    assert gail.page.url.endswith("/start/upper-nith-partnership/our-first-look/")
    assert gail.page.is_visible(".start-qr svg")
    gail.follow("Draw our Star now")
    assert "/workspace/jobs/" in gail.page.url
    assert watched.trouble == []
