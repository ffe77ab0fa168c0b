"""Who may write, send, publish and collect cases, and how a case moves from one state to the next.

`MOVES` is the one table of states: it drives the action, the buttons and their explanation, and a
test that tries every pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.learning.case_studies.models import CaseStudy

State = CaseStudy.State
Words = Any  # a text or a lazily translated text

# What a case must tell before it can be sent in, with the page of the form that asks for it.
NEEDED: Mapping[str, str] = MappingProxyType(
    {
        "title": "about",
        "service_area": "about",
        "introduction": "story",
        "objectives": "story",
        "outcomes": "change",
        "evidence": "change",
        "learning": "learning",
        "author_name": "people",
        "written_on": "people",
        "permission": "people",
    }
)


@dataclass(frozen=True, slots=True)
class Move:
    """From where to where, who may, and what it means. `by_team` is the national team's."""

    verb: str
    begins: tuple[State, ...]
    ends: State
    words: Words
    explanation: Words
    by_partnership: bool = False
    by_team: bool = False
    needs_reason: bool = False


MOVES: Mapping[str, Move] = MappingProxyType(
    {
        move.verb: move
        for move in (
            Move(
                "submit",
                (State.DRAFT, State.SENT_BACK),
                State.SUBMITTED,
                _("Send it to the national team"),
                _("They read it, and publish it or send it back with what is missing."),
                by_partnership=True,
            ),
            Move(
                "take_back",
                (State.SUBMITTED,),
                State.DRAFT,
                _("Take it back"),
                _("To write on. The national team no longer has it on its list."),
                by_partnership=True,
            ),
            Move(
                "send_back",
                (State.SUBMITTED,),
                State.SENT_BACK,
                _("Send it back"),
                _("Say what is missing. Whoever wrote it is told by email."),
                by_team=True,
                needs_reason=True,
            ),
            Move(
                "publish",
                (State.SUBMITTED,),
                State.PUBLISHED,
                _("Publish it"),
                _("Everybody can read it, and it is suggested where it fits."),
                by_team=True,
            ),
            Move(
                "revise",
                (State.PUBLISHED, State.WITHDRAWN),
                State.DRAFT,
                _("Change what it says"),
                _(
                    "What is published stays as it is until the national team publishes the new one."
                ),
                by_partnership=True,
            ),
            Move(
                "withdraw",
                (State.DRAFT, State.SUBMITTED, State.SENT_BACK, State.PUBLISHED),
                State.WITHDRAWN,
                _("Withdraw it"),
                _("Nobody reads it any more. Its address says that it was withdrawn."),
                by_partnership=True,
                by_team=True,
                needs_reason=True,
            ),
        )
    }
)

# While a case is being written its pages can be changed.
OPEN_STATES = (State.DRAFT, State.SENT_BACK)


def can_write_cases(actor: Actor, place: Place) -> bool:
    return place.is_writable and actor.may("case.write", place.pk)


def can_write_case(actor: Actor, case: CaseStudy) -> bool:
    return can_write_cases(actor, case.place) and case.state in OPEN_STATES


def can_keep_case(actor: Actor, case: CaseStudy) -> bool:
    """Contacts, and whether it is still right: also of a case that is published."""
    return can_write_cases(actor, case.place)


def can_move_case(actor: Actor, case: CaseStudy, move: Move) -> bool:
    place = case.place
    for_partnership = place.is_admitted and actor.may("case.submit", place.pk)
    for_team = place.nation_id is not None and actor.may("practice.publish", place.nation_id)
    return (move.by_partnership and for_partnership) or (move.by_team and for_team)


def can_edit_collections(actor: Actor, nation: Place) -> bool:
    is_nation = nation.kind == Place.Kind.NATION
    return is_nation and nation.is_writable and actor.may("collection.edit", nation.pk)
