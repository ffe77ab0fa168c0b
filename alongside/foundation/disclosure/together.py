"""What a handful of people said, told together: counts by question, and words in no order.

For answers that fall into no groups. Below the minimum nothing is told (trust 26); what people
wrote is shuffled, without anything beside it (trust 31).
"""

import random
from collections.abc import Mapping, Sequence
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

ENGINES = {"disclosure": VERSION}
EVERYBODY = Dimension("who", ("everybody",))
POLICY = Policy()


def told_together(
    answers: Sequence[Any],
    *,
    questions: Mapping[str, Sequence[str]],
    words: Mapping[str, Sequence[str]],
    seed: int,
) -> dict[str, Any]:
    """Return what may be told of answers, ready to be frozen.

    `questions` names the attributes that hold a choice, each with its choices in order; `words`
    holds what people wrote. Keys of the result: `answered`, how many, or nothing where they were
    too few; `questions`, for each a list of counts, or nothing where it would say too much;
    `words`, for each the same texts in an order that the seed makes and that says nothing.
    """
    enough = len(answers) >= POLICY.minimum
    cubes = {
        name: Cube.from_records(
            (EVERYBODY,),
            choices,
            [Record(one.pk, ("everybody",), getattr(one, name)) for one in answers],
        )
        for name, choices in questions.items()
    }
    told: dict[str, list[int] | None] = {}
    for name, release in protect_together(cubes, POLICY).items():
        cell = release.cell("everybody")
        told[name] = list(cell.counts) if enough and isinstance(cell, Shown) else None
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret; kept with the release
    return {
        "answered": len(answers) if enough else None,
        "questions": told,
        "words": {name: _shuffled(said, chance) if enough else [] for name, said in words.items()},
    }


def _shuffled(said: Sequence[str], chance: random.Random) -> list[str]:
    told = sorted(text for text in said if text)
    chance.shuffle(told)
    return told
