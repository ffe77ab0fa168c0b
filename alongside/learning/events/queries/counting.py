"""How a poll came out: counts that give nobody's choice away, frozen when it is revealed."""

from dataclasses import dataclass
from typing import Any

from alongside.foundation.disclosure.together import told_together
from alongside.learning.events.models import Poll, Vote

KIND = "event_poll"


@dataclass(frozen=True, slots=True)
class Answer:
    """One vote, as the protection of small numbers takes it."""

    pk: int
    choice: str


def answers_of(poll: Poll) -> list[Answer]:
    """Return the votes of a poll. One query."""
    votes = Vote.objects.in_place(poll.place).filter(poll=poll).order_by("pk")
    return [Answer(pk, str(choice)) for pk, choice in votes.values_list("pk", "choice")]


def poll_figures(poll: Poll, answers: list[Answer]) -> dict[str, Any]:
    """Return what may be told: nothing where fewer than five answered."""
    numbers = [str(at) for at in range(1, len(poll.choices) + 1)]
    told = told_together(answers, questions={"choice": numbers}, words={}, seed=0)
    return {"answered": told["answered"], "counts": told["questions"]["choice"]}
