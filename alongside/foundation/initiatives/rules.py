"""Who may change initiatives, and how an initiative moves from one verdict to the next.

`MOVES` is the one table of verdicts: it drives the action, the choices and their explanation on
the page, and a test that tries every pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.places.models import Place

Words = Any  # a text or a lazily translated text


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict that can be given: what it is called, when it fits, what it needs."""

    stage: Stage
    words: Words
    explanation: Words
    needs: tuple[str, ...] = ()


VERDICTS: Mapping[Stage, Verdict] = MappingProxyType(
    {
        verdict.stage: verdict
        for verdict in (
            Verdict(
                Stage.TRYING,
                _("Try it"),
                _("On a small scale, with a question to answer and a day on which it stops."),
                ("question", "stops_on"),
            ),
            Verdict(
                Stage.TAKEN_ON,
                _("Take it on"),
                _("It is on our list, and somebody will carry it."),
            ),
            Verdict(
                Stage.EXISTING,
                _("It is happening"),
                _("It is part of how we work now."),
            ),
            Verdict(
                Stage.CANDIDATE,
                _("Put it back on the list"),
                _("It could be tried after all."),
            ),
            Verdict(
                Stage.BACK_BURNER,
                _("Back burner"),
                _("Not now. Say why, and when to look again."),
                ("reason",),
            ),
            Verdict(
                Stage.NOT_FORWARD,
                _("Not taking it forward"),
                _("We decided against it. Whoever proposed it can read why."),
                ("reason",),
            ),
            Verdict(
                Stage.STOPPED,
                _("Stop, and say what we learned"),
                _("An honourable end: what we learned helps whoever tries next."),
                ("reason",),
            ),
        )
    }
)

# From where each verdict can be given. Trying again from "trying" moves the day on which it stops.
MOVES: Mapping[Stage, tuple[Stage, ...]] = MappingProxyType(
    {
        Stage.EXISTING: (Stage.TAKEN_ON, Stage.BACK_BURNER, Stage.STOPPED),
        Stage.CANDIDATE: (Stage.TRYING, Stage.TAKEN_ON, Stage.BACK_BURNER, Stage.NOT_FORWARD),
        Stage.TAKEN_ON: (Stage.TRYING, Stage.EXISTING, Stage.BACK_BURNER, Stage.STOPPED),
        Stage.TRYING: (Stage.EXISTING, Stage.TAKEN_ON, Stage.TRYING, Stage.STOPPED),
        Stage.BACK_BURNER: (Stage.TRYING, Stage.TAKEN_ON, Stage.CANDIDATE, Stage.NOT_FORWARD),
        Stage.NOT_FORWARD: (Stage.CANDIDATE,),
        Stage.STOPPED: (Stage.TRYING, Stage.CANDIDATE),
    }
)


def verdicts_from(stage: Stage) -> tuple[Verdict, ...]:
    """Return the verdicts that can be given on an initiative at that stage."""
    return tuple(VERDICTS[following] for following in MOVES[stage])


def can_edit_initiatives(actor: Actor, place: Place) -> bool:
    return place.is_writable and actor.may("initiative.edit", place.pk)


def can_edit_initiative(actor: Actor, initiative: Initiative) -> bool:
    return can_edit_initiatives(actor, initiative.place)
