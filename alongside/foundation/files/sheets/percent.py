"""A share that people read in percent and programs as a number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of one: "57%" in words, 0.57 in a file, shown as 57% by spreadsheet programs.

    >>> str(Percent(0.57))
    '57%'
    """

    share: float

    def __str__(self) -> str:
        return f"{self.share:.0%}"
