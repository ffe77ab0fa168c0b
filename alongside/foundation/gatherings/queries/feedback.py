"""How it was: figures that give nobody's answer away.

Frozen once, when the time for answers is over, so that nobody can compare before and after
(trust 24).
"""

from typing import Any

from alongside.foundation.disclosure.models import Release
from alongside.foundation.disclosure.together import told_together
from alongside.foundation.gatherings.models import Feedback, Gathering

KIND = "gathering_feedback"
QUESTIONS = {"worth": Feedback.Worth.values, "took_part": Feedback.TookPart.values}


def feedback_figures(answers: list[Feedback], *, came: int, seed: int) -> dict[str, Any]:
    """Return what may be told: how many came, and what `told_together` lets through."""
    words = {name: [getattr(one, name) for one in answers] for name in ("will_do", "better")}
    return {"came": came, **told_together(answers, questions=QUESTIONS, words=words, seed=seed)}


def feedback_release(gathering: Gathering) -> Release | None:
    """Return what was frozen, if the time for answers is over."""
    releases = Release.objects.in_place(gathering.place).filter(
        activity=gathering.activity_id, kind=KIND
    )
    return releases.order_by("-number").first()
