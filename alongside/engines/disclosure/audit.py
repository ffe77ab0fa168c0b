"""The audit: try to work every hidden cell back from what is shown, and report where it goes.

What a reader is assumed to know: every shown count and number of people, that cells add up to
their margins, that counts are whole numbers from 0, that nobody answers twice in a cell, that a
hidden margin isn't empty (a cell may be: empty ones are left out too), and all the rules of this
engine. What is then guaranteed, for every hidden key of a release:

1.  **How many.** The number of answers it may hold, over all tables that fit the release, spans
    at least the minimum, or all that people and answers of the sums around it leave room for. The
    same holds for its number of people wherever people add up (along dimensions in which nobody
    appears twice, such as groups). In tables that are protected together it holds of the number
    of people who answered anything there; single tables may then tell such numbers.
2.  **What they said.** Even a reader who is told how many answers each hidden cell holds (from
    a staff list, say, or by comparing numbers of people) can't work back how many of them fell
    in any category that somebody chose.

What is not promised. That nobody chose a category can be seen from a margin in which nobody
chose it. That a hidden cell is of one mind can be seen where a margin of at least the
unanimous minimum is shown to be, which the policy allows. And the reader is an outsider: one of
five who answered knows more than the release tells, and learns what the other four said together.
That is what the minimum is for.

Each rule needs only two tables that fit and differ, so a table found for one key is tried on
all. What was once in doubt stays in doubt when more is hidden: nothing proved is proved again.
Whether a key is safe doesn't depend on which tables the solver happens to find.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .attacker import Attacker, Sums
from .contents import Contents
from .dimensions import Key
from .policy import Policy
from .sizes import Sizes


@dataclass(frozen=True)
class Finding:
    """A hidden key that can be worked back: its number, or its count in one category."""

    key: Key
    category: int | None = None


class Audit:
    """One system of sums (of answers, or of people), examined again each time more is hidden."""

    def __init__(self, sums: Sums, policy: Policy, told: AbstractSet[Key] = frozenset()) -> None:
        self.sums = sums
        self._sizes = Sizes(policy, told)
        self._contents = Contents(policy)

    def unsafe(self, hidden: AbstractSet[Key]) -> list[Finding]:
        """What can be worked back of the hidden keys, numbers before contents."""
        attacker = Attacker(self.sums, hidden)
        return [
            *(Finding(key) for key in self._sizes.unsafe(attacker)),
            *(Finding(key, category) for key, category in self._contents.unsafe(attacker)),
        ]
