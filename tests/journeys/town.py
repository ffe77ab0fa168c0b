"""A running site with the named people, its post office, and what its operator can type."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.journeys.post_office import PostOffice
from tests.people import Somebody, World
from tests.site_at import Watched, browser_context

# Two browsers share two cores, perhaps with other work: slow is no fault, lost is.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@dataclass
class Town:
    """Where a journey takes place."""

    url: str
    world: World
    chromium: Browser
    post_office: PostOffice
    contexts: list[BrowserContext] = field(default_factory=list)

    def somebody_with(self, **device: Any) -> "Walker":
        """Somebody new, with a device of their own."""
        context = browser_context(self.chromium, **device)
        self.contexts.append(context)
        return Walker(context, self.url)

    def sign_in(self, somebody: Somebody, **device: Any) -> "Walker":
        """One of the named people, signed in with a code by email."""
        EmailAddress.objects.get_or_create(
            user=somebody.user, email=somebody.user.email, verified=True, primary=True
        )
        walker = self.somebody_with(**device)
        walker.goes_to("/accounts/login/")
        walker.fills("Your email address", somebody.user.email)
        walker.presses("Send me a code")
        walker.fills("Code", self.post_office.code_for(somebody.user.email))
        walker.presses("Confirm")
        return walker

    def operator_types(self, *words: str) -> str:
        """Run the `alongside` command on the same database; return what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "alongside.cli.main", *words],
            env={**os.environ, "DATABASE_URL": self.database, **self.mail_settings},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @property
    def mail_settings(self) -> dict[str, str]:
        return {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(self.post_office.port)}

    @property
    def database(self) -> str:
        """The address of the database in use, as another process needs it."""
        known = connection.settings_dict
        if connection.vendor == "sqlite":
            return f"sqlite:///{known['NAME']}"
        return (
            f"postgres://{known['USER']}:{known['PASSWORD']}@"
            f"{known['HOST']}:{known['PORT']}/{known['NAME']}"
        )

    def trouble(self) -> list[str]:
        """Everything that no page may do, from all devices."""
        return [line for walker in Walker.all_of(self) for line in walker.watched.trouble]

    def close(self) -> None:
        for context in self.contexts:
            context.close()


class Walker:
    """Somebody who reads, fills in and presses, in plain words."""

    _known: dict[str, list["Walker"]] = {}

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.watched = Watched(context.new_page(), home)
        self.page = self.watched.page
        self.page.set_default_timeout(PATIENCE)
        self._known.setdefault(home, []).append(self)

    @classmethod
    def all_of(cls, town: Town) -> list["Walker"]:
        return cls._known.get(town.url, [])

    def another_window(self) -> "Walker":
        """The same person at the same device, with one more window open."""
        return Walker(self.page.context, self.watched.home)

    def goes_to(self, path: str) -> None:
        self.watched.go(path)

    def follows(self, words: str) -> None:
        """Follow the link with these words."""
        self.page.locator("main").get_by_role("link", name=words).first.click()

    def presses(self, words: str) -> None:
        """Press the button with these words."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator("main").get_by_role("button", name=words).first.click()

    def opens(self, words: str) -> None:
        """Open the fold with these words."""
        self.page.locator("summary", has_text=words).click()

    def fills(self, label: str, text: str) -> None:
        self.page.locator("main").get_by_label(label).first.fill(text)

    def picks(self, label: str, choice: str) -> None:
        """Choose from a list that drops down."""
        self.page.get_by_label(label, exact=True).select_option(label=choice)

    def chooses(self, *choices: str) -> None:
        """Tick or choose what has these words, by touching the words as people do."""
        for choice in choices:
            self.touches(self.page.locator("main").get_by_label(choice).first)

    def touches(self, box: Locator) -> None:
        """Touch the words beside a box or a button that isn't chosen yet."""
        if not box.is_checked():
            self.page.locator(f"label[for='{box.get_attribute('id')}']").click()

    def reads(self, words: str) -> None:
        """These words stand on the page, to be seen."""
        expect(self.page.locator("body")).to_contain_text(words)

    def sees(self, what: str) -> None:
        """The first of these is there to be seen."""
        expect(self.page.locator(what).first).to_be_visible()
