"""Afterwards: what there is to read, what came of it, and how it was for those who came."""

import hashlib
import json
import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import new_token
from alongside.foundation.disclosure.actions import freeze_release
from alongside.foundation.disclosure.together import ENGINES
from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.models import Booking, Feedback, Gathering, Material
from alongside.foundation.gatherings.queries.feedback import (
    KIND,
    QUESTIONS,
    feedback_figures,
    feedback_release,
)
from alongside.foundation.gatherings.queries.searchable import entry_of
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import moved_meanwhile
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.search.actions import keep_in_search

# So long after it has ended those who came can say how it was.
ANSWERED_WITHIN = timedelta(days=14)


@transaction.atomic
def tell_what_came(gathering: Gathering, *, what_came: str, by: Actor) -> None:
    """Say in public what came of it."""
    refuse_unless(rules.can_run_gathering(by, gathering), NOT_ALLOWED)
    if gathering.state not in (Gathering.State.PUBLISHED, Gathering.State.HELD):
        raise moved_meanwhile()
    gathering.what_came = what_came
    gathering.save(update_fields=["what_came"])
    keep_in_search([entry_of(gathering)])
    record_event(
        "tell_what_came", gathering, by=by, place_id=gathering.place_id, fields={"what_came"}
    )


@transaction.atomic
def add_material(gathering: Gathering, *, title: str, link: str, by: Actor) -> Material:
    """Put something to read or watch on the page; the same link stands there once."""
    refuse_unless(rules.can_run_gathering(by, gathering), NOT_ALLOWED)
    materials = Material.objects.in_place(gathering.place)
    material, is_new = materials.get_or_create(
        gathering=gathering, link=link, defaults={"place": gathering.place, "title": title}
    )
    if is_new:
        record_event("add_material", material, by=by, place_id=gathering.place_id)
    return material


@transaction.atomic
def remove_material(gathering: Gathering, *, number: int, by: Actor) -> None:
    """Take something off the page."""
    refuse_unless(rules.can_run_gathering(by, gathering), NOT_ALLOWED)
    found = Material.objects.in_place(gathering.place).filter(gathering=gathering, pk=number)
    for material in found:
        record_event("remove_material", material, by=by, place_id=gathering.place_id)
        material.delete()


@transaction.atomic
def give_feedback(
    booking: Booking,
    *,
    worth: str,
    took_part: str,
    will_do: str,
    better: str,
    submission_key: uuid.UUID,
) -> Feedback:
    """Say how it was; only whoever came can, once, within two weeks.

    Whoever calls it has shown that the booking is theirs.
    """
    gathering = Gathering.objects.in_place(booking.gathering.place).locked(booking.gathering)
    known = Feedback.objects.in_place(gathering.place).filter(booking=booking).first()
    if known is not None:
        return known
    held: Booking = Booking.objects.in_place(gathering.place).get(pk=booking.pk)
    if held.came_at is None:
        raise Refusal("did_not_come", _("Only those who came are asked how it was."))
    now = gathering.now  # type: ignore[attr-defined] # annotated
    if now > gathering.ends_at + ANSWERED_WITHIN or feedback_release(gathering) is not None:
        raise Refusal("closed", _("The time for answers is over."), status=409)
    return Feedback.objects.create(
        place_id=gathering.place_id,
        gathering=gathering,
        booking=held,
        submission_key=submission_key,
        worth=worth,
        took_part=took_part,
        will_do=will_do,
        better=better,
    )


def release_feedback_due(*, by: Actor) -> int:
    """Freeze how it was, wherever the time for answers is over; a sweep."""
    gatherings = Gathering.objects.unscoped(reason="a sweep over all places")
    over = gatherings.filter(
        state=Gathering.State.HELD, ends_at__lt=timezone.now() - ANSWERED_WITHIN
    ).exclude(activity__releases__kind=KIND)
    found = list(over.select_related("place", "activity"))
    for gathering in found:
        release_feedback(gathering, by=by)
    return len(found)


@transaction.atomic
def release_feedback(gathering: Gathering, *, by: Actor) -> None:
    """Freeze what may be told of how it was, once and for good."""
    gathering = Gathering.objects.in_place(gathering.place).locked(gathering)
    if feedback_release(gathering) is not None:
        return
    answers = list(
        Feedback.objects.in_place(gathering.place).filter(gathering=gathering).order_by("pk")
    )
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    came = bookings.filter(came_at__isnull=False).count()
    seed = int(new_token()[:12], 16)
    gathering.activity.place = gathering.place
    freeze_release(
        gathering.activity,
        kind=KIND,
        bundle=feedback_figures(answers, came=came, seed=seed),
        inputs_hash=_digest(answers),
        engine_versions=ENGINES,
        answers_as_of=gathering.now,  # type: ignore[attr-defined] # annotated
        seed=seed,
        by=by,
    )


def _digest(answers: list[Feedback]) -> str:
    rows = [[one.pk, *(getattr(one, name) for name in QUESTIONS)] for one in answers]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()
