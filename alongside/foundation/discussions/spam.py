"""Tell machines from people without asking anybody else: five signs, each told to moderators.

Nothing is refused for a sign, only held: people are never told off by a machine.
"""

import re
from dataclasses import dataclass

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.discussions.models import Comment

Held = Comment.Held
FASTEST_SECONDS = 4
MOST_LINKS = 2
LINK = re.compile(r"(?:https?://|www\.)\S+|\[url", re.IGNORECASE)
LEAST_REPEATED = 20  # so short a text ("Thank you!") many people may write


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of how a comment came."""

    seconds: float  # from the page being shown to the form being sent
    is_trapped: bool = False  # a field was filled in that people don't see
    from_busy_network: bool = False


def hash_of(text: str) -> str:
    """Return a keyed hash of the words, the same for the same words however they are set."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return hash_code(CodeKind.TALLY, f"comment {words}") if len(words) >= LEAST_REPEATED else ""


def suspicion(text: str, signs: Signs, *, is_repeated: bool) -> Held | None:
    """Return the first sign that a machine sent it, or nothing.

    >>> suspicion("We met on Monday.", Signs(seconds=40), is_repeated=False)
    >>> suspicion("We met on Monday.", Signs(seconds=1), is_repeated=False).value
    'quick'
    """
    told = (
        (signs.is_trapped, Held.TRAP),
        (signs.seconds < FASTEST_SECONDS, Held.QUICK),
        (len(LINK.findall(text)) > MOST_LINKS, Held.LINKS),
        (is_repeated, Held.REPEATED),
        (signs.from_busy_network, Held.MANY),
    )
    return next((held for is_so, held in told if is_so), None)
