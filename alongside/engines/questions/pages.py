"""What is shown: questions that are asked, on pages."""

from dataclasses import dataclass
from typing import Any

from alongside.engines.questions.contents import Choice, Group, Layout, Question, Text
from alongside.engines.questions.kinds import NOT_ANSWERED


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is asked: where, from which choices, and what was answered."""

    address: str
    question: Question
    choices: tuple[Choice, ...]
    answer: Any
    is_declined: bool

    @property
    def is_settled(self) -> bool:
        """Whether it needs no answer any more."""
        return self.is_declined or self.answer is not None or self.question.kind in NOT_ANSWERED

    @property
    def is_missing(self) -> bool:
        """Whether it has to be answered, and wasn't."""
        return self.question.is_required and not self.is_settled


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown together; its key is the address of the first thing on it.

    `headings` are the groups around it, the outermost first, each with the number of its turn (0 in
    a group that is asked once). A page with `again` asks nothing but whether that repeated group
    comes once more; its key is where that would be.
    """

    key: str
    asked: tuple[Asked, ...] = ()
    layout: Layout = Layout.PAGES
    headings: tuple[tuple[Text, int], ...] = ()
    again: Group | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Within which turns of which repeated groups something is asked, and under which headings."""

    turns: tuple[tuple[str, int], ...] = ()
    headings: tuple[tuple[Text, int], ...] = ()

    @classmethod
    def of(cls, address: str) -> "Where":
        """Where an address lies."""
        steps = address.split("/")[:-1]
        return cls(tuple((steps[at], int(steps[at + 1])) for at in range(0, len(steps), 2)))

    def address(self, name: str) -> str:
        """The address of something asked here."""
        return "/".join([*(f"{group}/{turn}" for group, turn in self.turns), name])
