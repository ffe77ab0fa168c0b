"""A question crosses to another partnership: asked, answered, accepted, found, and in the letter."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from alongside.foundation.notices.jobs import send_letters

if TYPE_CHECKING:
    from tests.journeys.town import Town

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="one journey there is enough"),
]
QUESTION = "How do you pay people who inspect a service?"
PHONE = 360


def letters_to(town: "Town", address: str) -> list[str]:
    """What stands in the letters of messages to somebody."""
    return [
        letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]
        for letter in town.post_office.letters
        if address in str(letter["To"]) and letter["List-Unsubscribe"]
    ]


def test_a_question_is_answered_accepted_found_and_digested(town: "Town") -> None:
    ann = town.sign_in(town.world.ann, width=PHONE)
    ann.goes_to("/learn/network/")
    ann.reads("Welcome: three first steps")
    ann.follows("Ask your first question")
    ann.fills("In one line", QUESTION)
    ann.fills("Tell us more", "Ours ask for it, and two are on benefits.")
    ann.presses("Send it")
    ann.reads(QUESTION)

    eve = town.sign_in(town.world.eve)
    eve.goes_to("/learn/network/")
    eve.reads("Can you answer one of these?")
    eve.follows(QUESTION)
    eve.fills("What do you say?", "Expenses in cash, thanks by voucher.")
    eve.presses("Send it")
    eve.reads("Expenses in cash")

    send_letters()
    (letter,) = letters_to(town, "ann@example.org")
    assert f"Eve answered “{QUESTION}”" in letter
    assert "Expenses in cash" in letter
    path = next(word for word in letter.split() if "/learn/network/topic/" in word)

    ann.goes_to(path.removeprefix(town.url))
    ann.presses("This answers it")
    ann.reads("Accepted answer")
    send_letters()
    assert "was accepted" in letters_to(town, "eve@example.org")[0]
    send_letters()
    assert len(letters_to(town, "ann@example.org")) == 1

    bo = town.sign_in(town.world.bo)
    bo.goes_to("/search/?q=voucher")
    bo.follows(QUESTION)
    bo.reads("Accepted answer")
    assert town.trouble() == []
