"""A partnership leaves: what it published is handed over or taken off, and it is read only.

Each module hands over its own; all of it happens together or not at all.
"""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.gatherings.actions.gatherings import cancel_gathering
from alongside.foundation.gatherings.actions.handing_over import hand_over_gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Person
from alongside.foundation.members.queries import people_of
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.actions.leaving import begin_leaving, held_partnership
from alongside.foundation.places.models import Place
from alongside.insight.national.queries.leaving import (
    Kind,
    course_days_to_come,
    events_to_come,
    published_cases,
)
from alongside.learning.blog.actions.handing_over import hand_over_written, take_off_written
from alongside.learning.blog.models import Post, Prose
from alongside.learning.case_studies.actions.moving import move_case

WRITTEN = {Kind.POSTS: Post, Kind.PAGES: Prose}
# What handing over takes in the partnership, for this one act.
NEEDED = ("story.publish", "story.write", "gathering.run")


@transaction.atomic
def let_leave(partnership: Place, *, hand_over: Mapping[str, bool], by: Actor) -> Place:
    """Hand over each kind of what it published, or take it off; from then on it is read only.

    Its members are told. Sent twice, the second finds that it leaves already.
    """
    held = held_partnership(partnership, by)
    nation = held.nation
    if nation is None:
        raise Refusal("no_nation", _("This partnership has no nation."), status=409)
    acting = by.also_allowed(held.pk, NEEDED)
    for kind, model in WRITTEN.items():
        if hand_over.get(kind, True):
            hand_over_written(model, origin=held, to=nation, by=acting)
        else:
            take_off_written(model, origin=held, by=acting)
    _events(held, nation, is_handed_over=hand_over.get(Kind.EVENTS, True), by=acting)
    if not hand_over.get(Kind.CASES, True):
        why = _("%(place)s left.") % {"place": held.name}
        for case in published_cases(held):
            move_case(case, "withdraw", reason=why, by=by)
    handed = {str(kind) for kind in Kind if hand_over.get(kind, True)}
    record_event("let_leave", held, by=by, place_id=nation.pk, fields=handed)
    left = begin_leaving(held, by=by)
    title = _("%(place)s leaves Alongside") % {"place": left.name}
    text = _("Nothing can be changed there any more. You can read and export for 90 days.")
    tell_members(left, key=left.slug, title=title, text=text)
    return left


def _events(place: Place, nation: Place, *, is_handed_over: bool, by: Actor) -> None:
    why = _("%(place)s leaves, and nobody else can hold it.") % {"place": place.name}
    called_off = course_days_to_come(place)
    if is_handed_over:
        for gathering in events_to_come(place):
            hand_over_gathering(gathering, to=nation, by=by)
    else:
        called_off += events_to_come(place)
    for gathering in called_off:
        cancel_gathering(gathering, why=why, by=by)


def tell_members(place: Place, *, key: str, title: str, text: str) -> None:
    """Let everybody who works with a partnership that leaves hear of it, once for each key."""
    path = reverse("board:board", args=[place.slug])
    for person in Person.objects.in_place(place).filter(pk__in=people_of(place)):
        tell(person, kind="leaving", key=key, title=title, text=text, path=path)
