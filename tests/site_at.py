"""A running site on a database file of its own, for a browser; and whatever it must not say.

The scene is made once and kept as a file. Each test that changes something begins with a fresh
copy of it, which takes no time. Only SQLite: on PostgreSQL the journeys use pytest-django's own
live server.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page

from tests.scene import Scene, make_scene
from tests.tables import SIDE_FILES, put_tables_in
from tests.visitors import VISITORS, client_of

PHONE, DESK = 320, 1240


@contextmanager
def database_in(path: Path) -> Iterator[None]:
    """Let this process and its threads use another SQLite file."""
    usual, settings = connections["default"], connections.settings["default"]
    # Each request opens its own connection, so that the file may be exchanged between two tests.
    connections.settings["default"] = {**settings, "NAME": str(path), "CONN_MAX_AGE": 0}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = settings
        connections["default"] = usual


@dataclass(frozen=True)
class Prepared:
    """The scene in a database file, with everybody signed in."""

    scene: Scene
    cookies: Mapping[str, Mapping[str, str]]
    file: Path

    @classmethod
    def in_file(cls, path: Path) -> "Prepared":
        """Make the scene in a new file."""
        put_tables_in(path)
        with database_in(path):
            scene = make_scene()
            cookies = {
                visitor: {name: m.value for name, m in client_of(scene, visitor).cookies.items()}
                for visitor in VISITORS
            }
        return cls(scene, cookies, path)


@dataclass
class Site:
    """A site that a browser can visit."""

    url: str
    prepared: Prepared
    chromium: Browser
    file: Path
    contexts: dict[tuple[Any, ...], BrowserContext] = field(default_factory=dict)

    @property
    def scene(self) -> Scene:
        return self.prepared.scene

    def begin_again(self) -> None:
        """Put everything back to how the scene was made."""
        connections["default"].close()
        for ending in SIDE_FILES:
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        shutil.copyfile(self.prepared.file, self.file)

    def visit_as(self, visitor: str, **setting: Any) -> "Watched":
        """Open a page in the visitor's browser."""
        return Watched(self.browser_of(visitor, **setting).new_page(), self.url)

    def browser_of(
        self, visitor: str, *, width: int = DESK, scheme: str = "light", scripts: bool = True
    ) -> BrowserContext:
        """The visitor's browser, signed in; one for each visitor and setting."""
        key = (visitor, width, scheme, scripts)
        if key not in self.contexts:
            context = browser_context(self.chromium, width=width, scheme=scheme, scripts=scripts)
            cookies = self.prepared.cookies[visitor].items()
            context.add_cookies(
                [{"name": name, "value": value, "url": self.url} for name, value in cookies]
            )
            self.contexts[key] = context
        return self.contexts[key]

    def close(self) -> None:
        for context in self.contexts.values():
            context.close()


def browser_context(
    chromium: Browser, *, width: int = DESK, scheme: Any = "light", scripts: bool = True
) -> BrowserContext:
    """A browser of its own, as wide as asked, light or dark, with scripts or without."""
    return chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )


class Watched:
    """A page, and everything it did that no page of ours may do."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.trouble: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.trouble.append(f"script failed: {error}"))
        page.on("request", self._asked)
        page.on("response", self._got)

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.trouble.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.trouble.append(f"asked somebody else: {request.url}")

    def _got(self, response: Any) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.trouble.append(f"{response.status} for {response.url}")

    def go(self, path: str) -> Any:
        """Go to an address of the site and wait until it is all there."""
        return self.page.goto(self.home + path, wait_until="load")

    def close(self) -> None:
        self.page.close()
