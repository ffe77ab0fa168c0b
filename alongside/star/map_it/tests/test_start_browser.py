"""The hour's path in a real browser, on a small screen, with the keyboard alone."""

import gc
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.core.cache import cache

from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.actions import load_reference_areas, open_nation

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    # The threads of the test server leave their connections to the test database to be swept up.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDTH = 360
ACTIVE = """() => {
  const one = document.activeElement;
  const labels = one.labels ? [...one.labels].map(label => label.textContent) : [];
  return [...labels, one.matches("a, button, summary") ? one.textContent : ""].join(" ").trim();
}"""


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, page: Any) -> None:
        self.page, self.trouble = page, []
        page.on("console", lambda message: self.trouble.append(message.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))

    def go_to(self, words: str) -> None:
        """Press Tab until the thing with these words has the focus."""
        for _ in range(90):
            if self.page.evaluate(ACTIVE).startswith(words):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard doesn't reach {words!r} on {self.page.url}")

    def type(self, words: str, text: str) -> None:
        self.go_to(words)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def press(self, words: str, key: str = "Enter") -> None:
        self.go_to(words)
        self.page.keyboard.press(key)

    def follow(self, words: str) -> None:
        with self.page.expect_navigation(wait_until="networkidle"):
            self.press(words)
        self.look()

    def look(self) -> None:
        """Every page on the way is checked for what would keep people out."""
        result = Axe().run(self.page, options=RULES)
        assert result.violations_count == 0, result.generate_report()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= WIDTH
        assert self.trouble == []


@pytest.fixture
def gail(chromium, live_server, settings):
    cache.clear()
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    open_nation(name="Caldonia", slug="caldonia", by=system_actor())
    load_reference_areas()
    context = chromium.new_context(viewport={"width": WIDTH, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/start/", wait_until="networkidle")
    yield Keyboard(page)
    context.close()
    gc.collect()  # so that the connections are swept up here, and not during another test


def test_the_whole_path_with_the_keyboard_alone(gail) -> None:
    gail.look()
    gail.follow("Start now")
    gail.follow("Make an account")
    gail.type("E", "gail@example.org")
    gail.type("Password", "a long enough word")
    gail.follow("Make my account")
    code = re.search(r"^\S{4,12}$", mail.outbox[0].body, re.MULTILINE)
    assert code
    gail.type("Code", code.group())
    gail.follow("Confirm")
    gail.type("What is your partnership called?", "Upper Nith Partnership")
    gail.press("Which council areas does it cover?")
    gail.press("Dumfries and Galloway", "Space")
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
    assert "Dumfries and Galloway" in gail.page.inner_text("main")
    gail.follow("Begin our hour")
    assert gail.page.url.endswith("/start/upper-nith-partnership/our-first-look/")
    assert gail.page.is_visible(".start-qr svg")
    gail.follow("Draw our Star now")
    assert "/workspace/jobs/" in gail.page.url
