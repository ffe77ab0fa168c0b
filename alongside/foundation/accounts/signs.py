"""Tell machines from people without asking anybody else: five signs, each told to who reads.

Nothing is refused for a sign, only held apart: people are never told off by a machine.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from alongside.foundation.accounts.codes import CodeKind, hash_code

FASTEST_SECONDS = 4
MOST_LINKS = 2
LINK = re.compile(r"(?:https?://|www\.)\S+|\[url", re.IGNORECASE)
LEAST_REPEATED = 20  # so short a text ("Thank you!") many people may write


class Sign(StrEnum):
    """Why something looks as if a machine had sent it."""

    TRAP = "trap"  # a field was filled in that people don't see
    QUICK = "quick"  # written faster than people type
    LINKS = "links"  # many links
    REPEATED = "repeated"  # the same words were sent before
    MANY = "many"  # much from one network


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of how a text came."""

    seconds: float  # from the page being shown to the form being sent
    is_trapped: bool = False
    from_busy_network: bool = False


def hash_of(text: str, *, kind: str) -> str:
    """Return a keyed hash of the words, the same for the same words however they are set.

    `kind` says what was written: the same words as a comment and as a letter are no repetition.
    """
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return hash_code(CodeKind.TALLY, f"{kind} {words}") if len(words) >= LEAST_REPEATED else ""


def suspicion(text: str, signs: Signs, *, is_repeated: bool) -> Sign | None:
    """Return the first sign that a machine sent it, or nothing.

    >>> suspicion("We met on Monday.", Signs(seconds=40), is_repeated=False)
    >>> suspicion("We met on Monday.", Signs(seconds=1), is_repeated=False).value
    'quick'
    """
    told = (
        (signs.is_trapped, Sign.TRAP),
        (signs.seconds < FASTEST_SECONDS, Sign.QUICK),
        (len(LINK.findall(text)) > MOST_LINKS, Sign.LINKS),
        (is_repeated, Sign.REPEATED),
        (signs.from_busy_network, Sign.MANY),
    )
    return next((sign for is_so, sign in told if is_so), None)
