"""What somebody promised: kept once, theirs alone unless shared, and told of when it is due."""

import itertools
import uuid
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.foundation.commitments.actions import (
    Origin,
    add_evidence,
    change_commitment,
    move_commitment,
    promise,
    remind_of_what_is_due,
    remove_evidence,
)
from alongside.foundation.commitments.models import Commitment, Evidence
from alongside.foundation.commitments.queries import commitment_at, own_commitments
from alongside.foundation.commitments.rules import TRANSITIONS
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.notices.actions import send_what_is_due
from tests.people import Somebody, World

pytestmark = pytest.mark.django_db


def promised(who: Somebody, *, by: Somebody | None = None, **said) -> Commitment:
    today = timezone.localdate()
    told = {"what": "Ring the three groups", "due_on": today + timedelta(days=30)}
    origin = Origin("Plan from: Working together", "/me/plans/")
    key = said.pop("submission_key", None) or uuid.uuid4()
    return promise(
        who.place,
        owner=who.person,
        origin=origin,
        submission_key=key,
        by=(by or who).actor,
        **{**told, **said},
    )


def test_the_same_form_sent_twice_is_one_promise(world: World) -> None:
    key = uuid.uuid4()
    first = promised(world.bo, submission_key=key)
    assert promised(world.bo, submission_key=key) == first
    assert own_commitments(world.bo.actor).count() == 1


def test_a_promise_is_read_by_its_owner_unless_it_is_shared(world: World) -> None:
    mine, ours = promised(world.bo), promised(world.bo, is_shared=True)
    for name in ("ann", "cara", "rona", "eve", "fay"):
        by = getattr(world, name).actor
        assert commitment_at(by, mine.public_id) is None
        is_member = name not in ("eve", "fay")
        assert (commitment_at(by, ours.public_id) is not None) == is_member
    assert commitment_at(world.bo.actor, mine.public_id) == mine


def test_nobody_promises_or_changes_for_somebody_else(world: World) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        promised(world.bo, by=world.cara)
    mine = promised(world.bo)
    for name in ("ann", "cara", "eve", "fay"):
        by = getattr(world, name).actor
        with pytest.raises(Refusal, match="not_allowed"):
            move_commitment(mine, "finish", by=by)
        with pytest.raises(Refusal, match="not_allowed"):
            change_commitment(mine, what="Else", due_on=mine.due_on, by=by)
    ours = promised(world.bo, by=world.cara, is_shared=True)
    with pytest.raises(Refusal, match="not_allowed"):
        move_commitment(ours, "finish", by=world.ann.actor)
    assert move_commitment(ours, "finish", by=world.cara.actor).state == "done"


def test_each_state_leads_where_the_table_says(world: World) -> None:
    verbs = {verb for _state, verb in TRANSITIONS}
    for state, verb in itertools.product(Commitment.State.values, verbs):
        commitment = promised(world.bo)
        ended_at = timezone.now() if state in ("done", "dropped") else None
        Commitment.objects.in_place(world.strathmuir).filter(pk=commitment.pk).update(
            state=state, ended_at=ended_at, what_came="As it went"
        )
        following = TRANSITIONS.get((state, verb))
        already = {after for (_from, one), after in TRANSITIONS.items() if one == verb}
        if following is None and state not in already:
            with pytest.raises(Refusal, match="moved"):
                move_commitment(commitment, verb, what_came="So it was", by=world.bo.actor)
            continue
        moved = move_commitment(commitment, verb, what_came="So it was", by=world.bo.actor)
        assert moved.state == (following or state)
        assert (moved.ended_at is None) == moved.is_running


def test_giving_up_needs_a_reason(world: World) -> None:
    mine = promised(world.bo)
    with pytest.raises(Refusal, match="why"):
        move_commitment(mine, "drop", what_came="  ", by=world.bo.actor)
    assert move_commitment(mine, "drop", what_came="The hall closed", by=world.bo.actor).ended_at


def test_evidence_is_kept_once_and_taken_back_by_its_owner(world: World) -> None:
    mine, key = promised(world.bo), uuid.uuid4()
    for _click in range(2):
        shown = add_evidence(
            mine, what="Eleven came", link="", submission_key=key, by=world.bo.actor
        )
    assert own_commitments(world.bo.actor).get().evidence_count == 1  # type: ignore[attr-defined]
    with pytest.raises(Refusal):
        remove_evidence(mine, number=shown.pk, by=world.cara.actor)
    remove_evidence(mine, number=shown.pk, by=world.bo.actor)
    assert not Evidence.objects.in_place(world.strathmuir).exists()


def test_how_busy_somebody_is_stands_in_no_place_s_history(world: World) -> None:
    move_commitment(promised(world.bo), "begin", by=world.bo.actor)
    events = Event.objects.filter(subject_kind="commitments.commitment")
    assert events.count() == 2
    assert not events.filter(place_id__isnull=False).exists()


def test_the_owner_hears_a_week_before_and_once_afterwards(world: World) -> None:
    today = timezone.localdate()
    mine = promised(world.bo, due_on=today + timedelta(days=7))
    promised(world.bo, what="Much later", due_on=today + timedelta(days=60))
    assert remind_of_what_is_due() == remind_of_what_is_due() == 1
    send_what_is_due()
    (letter,) = mail.outbox
    assert letter.to == ["bo@example.org"]
    assert "Ring the three groups" in letter.body
    assert f"/me/commitments/{mine.public_id}/" in letter.body
    change_commitment(mine, what=mine.what, due_on=today - timedelta(days=1), by=world.bo.actor)
    remind_of_what_is_due()
    move_commitment(mine, "finish", by=world.bo.actor)
    assert remind_of_what_is_due() == 0
    assert mine.due_on > date(2026, 1, 1)
