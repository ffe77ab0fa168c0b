"""How it was: figures that give nobody's answer away.

Frozen once, when the time for answers is over, so that nobody can compare before and after
(trust 24). Below five answers nothing is told; what people wrote is shuffled, without anything
beside it (trust 26, 31).
"""

import random
from typing import Any

from alongside.engines.disclosure import (
    VERSION,
    Cube,
    Dimension,
    Policy,
    Record,
    Shown,
    protect_together,
)
from alongside.foundation.disclosure.models import Release
from alongside.foundation.gatherings.models import Feedback, Gathering

KIND = "gathering_feedback"
ENGINES = {"disclosure": VERSION}
EVERYBODY = Dimension("who", ("came",))
POLICY = Policy()
QUESTIONS = {"worth": Feedback.Worth.values, "took_part": Feedback.TookPart.values}


def feedback_figures(answers: list[Feedback], *, came: int, seed: int) -> dict[str, Any]:
    """Return what may be told: counts by question, or nothing where it would say too much.

    Keys: came, answered, questions (each a list of counts, or nothing), words.
    """
    cubes = {
        name: Cube.from_records(
            (EVERYBODY,),
            categories,
            [Record(one.pk, ("came",), getattr(one, name)) for one in answers],
        )
        for name, categories in QUESTIONS.items()
    }
    told = protect_together(cubes, POLICY)
    enough = len(answers) >= POLICY.minimum
    questions = {}
    for name, release in told.items():
        cell = release.cell("came")
        is_shown = enough and isinstance(cell, Shown)
        questions[name] = list(cell.counts) if is_shown and isinstance(cell, Shown) else None
    return {
        "came": came,
        "answered": len(answers) if enough else None,
        "questions": questions,
        "words": _shuffled(answers, seed) if enough else {"will_do": [], "better": []},
    }


def _shuffled(answers: list[Feedback], seed: int) -> dict[str, list[str]]:
    """What people wrote, in an order that says nothing; the two questions apart."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret; kept with the release
    words: dict[str, list[str]] = {}
    for name in ("will_do", "better"):
        said = sorted(getattr(one, name) for one in answers if getattr(one, name))
        chance.shuffle(said)
        words[name] = said
    return words


def feedback_release(gathering: Gathering) -> Release | None:
    """Return what was frozen, if the time for answers is over."""
    releases = Release.objects.in_place(gathering.place).filter(
        activity=gathering.activity_id, kind=KIND
    )
    return releases.order_by("-number").first()
