"""Plans, coaches and notes: read by the two, and by nobody else."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.foundation.consent.actions import erase_member
from alongside.foundation.consent.actions.forgetting import forget_what_is_due
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Membership
from alongside.foundation.notices.actions import send_what_is_due
from alongside.learning.coaching.actions.following import ask_to_look_back
from alongside.learning.coaching.actions.pairing import (
    begin_coaching,
    end_pairing,
    pair,
    remove_note,
)
from alongside.learning.coaching.models import LookBack, Note, Plan, PlannedAction
from alongside.learning.coaching.queries.pairing import coach_of, notes_for
from alongside.learning.coaching.queries.plans import plan_at
from alongside.learning.coaching.rules import Standing, look_back_on
from tests.coaching import joins, looks_back, notes, open_cohort, plans, time_passes
from tests.people import World, make_somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(world: World) -> Plan:
    """Bo's, from a course of the nation; nobody coaches him yet."""
    return joins(open_cohort(world.nation, by=world.fay.actor), world.bo)


def test_a_plan_is_read_by_the_two_alone(world: World, plan: Plan) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    pair(plan, gil.person, by=world.fay.actor)
    plans(plan, world.bo)
    for name in ("ann", "cara", "rona", "dev", "eve", "fay"):
        assert plan_at(getattr(world, name).actor, plan.public_id) is None
    for somebody, standing in ((world.bo, Standing.HOLDER), (gil, Standing.COACH)):
        held = plan_at(somebody.actor, plan.public_id)
        assert held is not None
        assert held.standing is standing


def test_what_is_planned_is_one_s_own_and_of_one_s_own_partnership(
    world: World, plan: Plan
) -> None:
    ours = Initiative.objects.create(place=world.strathmuir, slug="a", title="A", co="design")
    theirs = Initiative.objects.create(place=world.glenbeg, slug="b", title="B", co="design")
    planned = plans(plan, world.bo, initiative=ours)
    assert planned.commitment.owner == world.bo.person
    assert not planned.commitment.is_shared
    with pytest.raises(Refusal, match="elsewhere"):
        plans(plan, world.bo, initiative=theirs)
    with pytest.raises(Refusal, match="not_yours"):
        plans(plan, world.bo, owner=world.ann.person)
    for other in (world.cara, world.fay, world.eve):
        with pytest.raises(Refusal):
            plans(plan, other, owner=world.bo.person)
    assert PlannedAction.objects.in_place(world.strathmuir).count() == 1


def test_a_new_coach_never_reads_what_was_written_with_the_former(world: World, plan: Plan) -> None:
    gil, kit = (
        make_somebody(world.nation, name, role="national_associate") for name in ("Gil", "Kit")
    )
    pair(plan, gil.person, by=world.fay.actor)
    notes(plan, world.bo, "I find it hard")
    pair(plan, kit.person, by=world.fay.actor)
    notes(plan, kit, "Hello")
    assert plan_at(gil.actor, plan.public_id) is None
    assert coach_of(plan) == kit.person
    assert [n.text for n in notes_for(plan, Standing.COACH, kit.person)] == ["Hello"]
    assert len(notes_for(plan, Standing.HOLDER, None)) == 2
    assert not notes_for(plan, Standing.STRANGER, kit.person)


def test_notes_stand_in_no_history_and_letters_never_tell_them(world: World, plan: Plan) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    pair(plan, gil.person, by=world.fay.actor)
    note = notes(plan, gil, "Between us")
    for outsider in (world.cara, world.fay, world.ann):
        with pytest.raises(Refusal):
            notes(plan, outsider)
    remove_note(plan, number=note.pk, by=world.bo.actor)
    assert Note.objects.in_place(world.strathmuir).count() == 1
    assert not Event.objects.filter(subject_kind="coaching.note").exists()
    assert not Event.objects.filter(verb="write_note").exists()
    send_what_is_due()
    told = "\n".join(letter.body + letter.subject for letter in mail.outbox)
    assert "Gil wrote you a note" in told
    assert "Between us" not in told
    remove_note(plan, number=note.pk, by=gil.actor)
    assert not Note.objects.in_place(world.strathmuir).exists()


def test_each_of_the_two_may_end_it(world: World, plan: Plan) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    for who in (world.bo, gil):
        pair(plan, gil.person, by=world.fay.actor)
        with pytest.raises(Refusal):
            end_pairing(plan, by=world.cara.actor)
        end_pairing(plan, by=who.actor)
        assert coach_of(plan) is None
    with pytest.raises(Refusal, match="no_coach"):
        notes(plan, world.bo)


def test_nobody_coaches_themselves_or_from_outside(world: World) -> None:
    plan = joins(open_cohort(world.strathmuir, by=world.cara.actor), world.bo)
    for wrong in (world.bo, world.eve, world.fay):
        with pytest.raises(Refusal, match="no_coach"):
            pair(plan, wrong.person, by=world.cara.actor)
    with pytest.raises(Refusal, match="not_allowed"):
        pair(plan, world.ann.person, by=world.ann.actor)
    assert pair(plan, world.cara.person, by=world.cara.actor).coach == world.cara.person


def test_one_looks_back_when_the_day_has_come_and_says_it_once(world: World, plan: Plan) -> None:
    with pytest.raises(Refusal, match="not_yet"):
        looks_back(plan, world.bo)
    assert ask_to_look_back() == 0
    time_passes(plan, 43)
    assert ask_to_look_back() == 1
    ask_to_look_back()
    send_what_is_due()
    (letter,) = [one for one in mail.outbox if "look back" in one.subject]
    assert f"/me/plans/{plan.public_id}/look-back/6-weeks/" in letter.body
    looks_back(plan, world.bo)
    looks_back(plan, world.bo, what_changed="Said better")
    assert LookBack.objects.in_place(world.strathmuir).get().what_changed == "Said better"
    with pytest.raises(Refusal, match="not_yet"):
        looks_back(plan, world.bo, "3-months")
    assert ask_to_look_back() == 0


@pytest.mark.parametrize(
    ("when", "day"),
    [("6-weeks", (2026, 10, 12)), ("3-months", (2026, 11, 30)), ("6-months", (2027, 2, 28))],
)
def test_dates_count_in_weeks_and_months(when: str, day: tuple[int, int, int]) -> None:
    assert look_back_on(date(2026, 8, 31), when) == date(*day)


def test_a_partnership_has_one_plan_which_its_members_read(world: World) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    for wrong in (gil, world.cara, world.eve):
        with pytest.raises(Refusal, match="not_allowed"):
            begin_coaching(world.strathmuir, gil.person, by=wrong.actor)
    plan = begin_coaching(world.strathmuir, gil.person, by=world.fay.actor)
    assert begin_coaching(world.strathmuir, world.fay.person, by=world.fay.actor) == plan
    planned = plans(plan, world.cara, owner=world.bo.person)
    assert planned.commitment.is_shared
    with pytest.raises(Refusal):
        plans(plan, world.fay, owner=world.bo.person)
    assert plan_at(world.ann.actor, plan.public_id).standing is Standing.READER  # type: ignore[union-attr]
    assert plan_at(world.eve.actor, plan.public_id) is None
    notes(plan, world.rona, "When do you come?")
    with pytest.raises(Refusal):
        notes(plan, world.bo)


def test_an_associate_who_has_left_the_nation_reads_nothing_more(world: World, plan: Plan) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    pair(plan, gil.person, by=world.fay.actor)
    yesterday = timezone.localdate() - timedelta(days=1)
    ended = Membership.objects.in_place(world.nation).filter(person=gil.person)
    ended.update(from_on=yesterday - timedelta(days=9), until_on=yesterday)
    assert plan_at(gil.actor, plan.public_id) is None


def test_erasing_somebody_erases_plan_notes_and_what_they_said(world: World, plan: Plan) -> None:
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    pair(plan, gil.person, by=world.fay.actor)
    notes(plan, world.bo)
    plans(plan, world.bo)
    looks_back(time_passes(plan, 50), world.bo)
    erase_member(world.bo.person, by=world.cara.actor)
    for table in (Plan, Note, PlannedAction, LookBack):
        assert not table.objects.unscoped(reason="nothing is left").exists()  # type: ignore[attr-defined]


def test_notes_go_a_year_after_they_were_written(world: World, plan: Plan) -> None:
    pair(plan, world.fay.person, by=world.fay.actor)
    old, new = notes(plan, world.bo), notes(plan, world.bo)
    long_ago = timezone.now() - timedelta(days=366)
    Note.objects.in_place(world.strathmuir).filter(pk=old.pk).update(written_at=long_ago)
    forget_what_is_due()
    assert list(Note.objects.in_place(world.strathmuir)) == [new]
