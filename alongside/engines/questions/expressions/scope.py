"""What a condition may see."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from alongside.engines.questions.expressions.values import Value


class Scope(Protocol):
    """The answers as seen from where a condition stands; what isn't answered is an empty text."""

    @property
    def today(self) -> date:
        """The day on which it is asked."""

    @property
    def now(self) -> datetime:
        """The moment at which it is asked."""

    def value(self, name: str) -> Value:
        """What was answered to a question; several choices as their names with blanks between."""

    def values(self, name: str) -> Sequence[Value]:
        """What was answered to a question of a repeated group, each time it was asked."""

    def here(self) -> Value:
        """The answer that is being looked at."""

    def position(self) -> int:
        """Which time of the nearest repeated group this is, from 1."""

    def label(self, name: str, choice: str) -> str:
        """How a choice of a question is called."""

    def mark(self, name: str) -> str:
        """What the choice that is being looked at has in a column of its own."""
