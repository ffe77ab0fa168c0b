"""Somebody who has no mouse."""

from playwright.sync_api import Page

ACTIVE = """() => {
  const one = document.activeElement;
  if (!one) return ""; // a page that is just being replaced
  const labels = one.labels ? [...one.labels].map(label => label.textContent) : [];
  return [...labels, one.matches("a, button, summary") ? one.textContent : ""].join(" ").trim();
}"""


class Keyboard:
    """Moves with Tab, chooses with the space bar and the arrows, and leads on with Enter."""

    def __init__(self, page: Page) -> None:
        self.page = page

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
        """Press what leads on."""
        with self.page.expect_navigation(wait_until="load"):
            self.press(words)
