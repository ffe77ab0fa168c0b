"""The steps that are still to come: what each will be about, and which activities wait for it.

A step that gets a module of its own leaves `COMING`, and its card leads to that module.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.models import Initiative, Stage, Standing
from alongside.foundation.initiatives.queries import initiatives_with_stage
from alongside.foundation.places.models import Place

Words = Any  # a text or a lazily translated text


@dataclass(frozen=True, slots=True)
class Coming:
    """A step that isn't here yet: its purpose, what can be done meanwhile, who waits for it."""

    about: tuple[Words, ...]
    meanwhile: Words
    stages: tuple[Stage, ...]
    why_they_wait: Words


COMING = {
    "people": Coming(
        about=(
            _("Ask people what they can do and enjoy, rather than what they lack."),
            _("Find what communities already have and do, and what they would do more of."),
            _("Bring those people and staff together to work out how an activity will run."),
        ),
        meanwhile=_("Until then the page of each activity can say who takes part."),
        stages=(Stage.TAKEN_ON, Stage.TRYING),
        why_they_wait=_("You decided to take these on or to try them. They need people."),
    ),
    "market": Coming(
        about=(
            _("Invite people, and learn what gets them started and what keeps them going."),
            _("Write down what everybody can expect of each other: our agreement."),
            _("Thank people in ways that they value."),
        ),
        meanwhile=_("Until then links, posters and invitations by email bring people in."),
        stages=(Stage.TAKEN_ON, Stage.TRYING),
        why_they_wait=_("These need people who know of them and want to stay."),
    ),
    "grow": Coming(
        about=(
            _("Find those who have done it and will show others how."),
            _("Plan how a good activity reaches more people and places."),
            _("Show what it changes, what it costs and what it saves."),
        ),
        meanwhile=_(
            "Until then the page of each activity holds its people, its cost, what changed and "
            "what somebody said of it."
        ),
        stages=(Stage.EXISTING,),
        why_they_wait=_("These happen already. Each could grow."),
    ),
}


def waiting_words(step: str, standing: Sequence[Standing]) -> str:
    """Return how many activities wait for a step, in words."""
    count = sum(one.stage in COMING[step].stages for one in standing)
    if not count:
        return gettext("nothing waits for it yet")
    return ngettext("%(n)s activity waits for it", "%(n)s activities wait for it", count) % {
        "n": count
    }


def coming_step(place: Place, step: str) -> tuple[Coming, list[Initiative]]:
    """Return what a step will be, and the activities that wait for it. One query."""
    coming = COMING[step]
    return coming, list(initiatives_with_stage(place).at(*coming.stages))
