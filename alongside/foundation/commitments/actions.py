"""Promise something, change it, say how it stands, and show it."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.commitments import rules
from alongside.foundation.commitments.models import Commitment, Evidence
from alongside.foundation.commitments.queries import due_soon_or_late, page_of
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.models import Person
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.models import Place

NOT_YOURS = gettext_lazy("Only whoever promised this can change it.")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was promised: what the page is called, and its path."""

    title: str
    path: str


@transaction.atomic
def promise(
    place: Place,
    *,
    owner: Person,
    what: str,
    due_on: date,
    origin: Origin,
    submission_key: uuid.UUID,
    is_shared: bool = False,
    by: Actor,
) -> Commitment:
    """Keep that somebody will do something by a day; the same form sent twice is kept once."""
    refuse_unless(rules.can_promise(by, place, owner, is_shared=is_shared), NOT_YOURS)
    made, is_new = Commitment.objects.in_place(place).get_or_create(
        submission_key=submission_key,
        defaults={
            "place": place,
            "owner": owner,
            "what": what,
            "due_on": due_on,
            "is_shared": is_shared,
            "origin_title": origin.title[:200],
            "origin_path": origin.path,
        },
    )
    if is_new:
        _record("promise", made, by=by)
    return made


@transaction.atomic
def change_commitment(commitment: Commitment, *, what: str, due_on: date, by: Actor) -> Commitment:
    """Say it better, or choose another day."""
    held = _held(commitment, by)
    changed = {"what"} if held.what != what else set()
    changed |= {"due_on"} if held.due_on != due_on else set()
    held.what, held.due_on = what, due_on
    held.save(update_fields=["what", "due_on"])
    _record("change_commitment", held, by=by, fields=changed)
    return held


@transaction.atomic
def move_commitment(
    commitment: Commitment, verb: str, *, what_came: str = "", by: Actor
) -> Commitment:
    """Begin it, finish it, give it up with a reason, or take it up again."""
    held = _held(commitment, by)
    following = next_state(rules.TRANSITIONS, held.state, verb)
    if following is None:
        return held
    if following == Commitment.State.DROPPED and not what_came.strip():
        raise Refusal("why", _("Say why: it helps you and others later."), status=409)
    held.state = following
    held.what_came = what_came.strip() or held.what_came
    held.ended_at = None if held.is_running else timezone.now()
    held.save(update_fields=["state", "what_came", "ended_at"])
    _record(f"{verb}_commitment", held, by=by)
    return held


@transaction.atomic
def add_evidence(
    commitment: Commitment, *, what: str, link: str, submission_key: uuid.UUID, by: Actor
) -> Evidence:
    """Show what was done; the same form sent twice is kept once."""
    held = _held(commitment, by)
    shown, is_new = Evidence.objects.in_place(held.place).get_or_create(
        submission_key=submission_key,
        defaults={"place": held.place, "commitment": held, "what": what, "link": link},
    )
    if is_new:
        _record("add_evidence", held, by=by)
    return shown


@transaction.atomic
def remove_evidence(commitment: Commitment, *, number: int, by: Actor) -> None:
    """Take something back that was shown."""
    held = _held(commitment, by)
    shown = Evidence.objects.in_place(held.place).filter(commitment=held, pk=number)
    if shown.delete()[0]:
        _record("remove_evidence", held, by=by)


def remind_of_what_is_due() -> int:
    """Tell owners a week before the day, and once when it has passed; a sweep, safe to repeat."""
    count = 0
    for one in due_soon_or_late():
        day = date_format(one.due_on, "j F")
        title = (
            _("It was due on %(day)s: %(what)s") if one.is_late else _("Due by %(day)s: %(what)s")
        )
        told = tell(
            one.owner,
            kind="commitment",
            key=f"{one.pk} {one.due_on} {'late' if one.is_late else 'soon'}",
            title=title % {"day": day, "what": one.what},
            text=_("Say how it stands, or choose another day. Giving it up is fine, too."),
            path=page_of(one),
        )
        count += told is not None
    return count


def _held(commitment: Commitment, by: Actor) -> Commitment:
    """The commitment as it is now, locked, for somebody who may change it."""
    rows = Commitment.objects.in_place(commitment.place).select_for_update(of=("self",))
    held: Commitment = rows.select_related("place", "owner").get(pk=commitment.pk)
    refuse_unless(rules.can_keep_commitment(by, held), NOT_YOURS)
    return held


def _record(verb: str, held: Commitment, *, by: Actor, fields: set[str] | None = None) -> None:
    """What is somebody's alone stands in no place's history: how busy they are is theirs, too."""
    place_id = held.place_id if held.is_shared else None
    record_event(verb, held, by=by, place_id=place_id, fields=fields or ())
