"""A gathering's life: prepared, announced, changed, called off, held; and who may do that."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.gatherings.actions.agenda import add_agenda_item
from alongside.foundation.gatherings.actions.gatherings import (
    cancel_gathering,
    change_gathering,
    hold_gathering,
    hold_what_is_over,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.models import AgendaItem, Booking, Gathering, Notification
from alongside.foundation.gatherings.rules import BOOKINGS, TRANSITIONS, booking_after, state_after
from alongside.foundation.history.actor import ANONYMOUS, system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.foundation.search.models import SearchRow
from tests.gatherings import HELP, announced, begin_now, books, fresh, prepared, states, told
from tests.people import World


def notes(gathering: Gathering, what: str) -> int:
    rows = Notification.objects.in_place(gathering.place)
    return rows.filter(booking__gathering=gathering, what=what).count()


def test_every_verb_leads_where_the_table_says_and_nowhere_else() -> None:
    for state in Gathering.State.values:
        for verb in ("publish", "cancel", "hold"):
            assert state_after(state, verb) == TRANSITIONS.get((state, verb))
    for state in Booking.State.values:
        for verb in ("offer", "confirm", "lapse", "cancel"):
            assert booking_after(state, verb) == BOOKINGS.get((state, verb))
    assert state_after(Gathering.State.CANCELLED, "publish") is None


def test_announcing_lets_people_find_it_once(world: World) -> None:
    draft = prepared(world.strathmuir, by=world.cara.actor)
    assert not SearchRow.objects.in_place(world.strathmuir).filter(kind="event").exists()
    publish_gathering(draft, by=world.cara.actor)
    publish_gathering(draft, by=world.cara.actor)
    row = SearchRow.objects.in_place(world.strathmuir).get(kind="event")
    assert row.public_path == "/learn/events/strathmuir/plan-it-together/"
    assert Event.objects.filter(verb="publish_gathering").count() == 1


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_lead_and_facilitator_prepare_events_here(world: World, name: str) -> None:
    by = getattr(world, name).actor
    draft = prepared(world.strathmuir, by=world.cara.actor)
    for action in (publish_gathering, cancel_gathering, hold_gathering):
        with pytest.raises(Refusal, match="not_allowed"):
            action(draft, by=by)
    with pytest.raises(Refusal, match="not_allowed"):
        prepare_gathering(world.strathmuir, told(), help_offered=HELP, by=by)
    assert fresh(draft).state == Gathering.State.DRAFT
    assert Gathering.objects.in_place(world.strathmuir).count() == 1


def test_it_is_not_announced_while_help_is_unanswered_or_publishing_pauses(world: World) -> None:
    by, place = world.cara.actor, world.strathmuir
    silent = prepare_gathering(place, told(), help_offered={}, by=by)
    with pytest.raises(Refusal, match="help_unanswered"):
        publish_gathering(silent, by=by)
    today = timezone.localdate()
    place.publishing_paused_from, place.publishing_paused_until = today, today
    place.save()
    draft = prepared(Place.objects.get(pk=place.pk), by=by)
    with pytest.raises(Refusal, match="paused"):
        publish_gathering(draft, by=by)


def test_another_time_is_told_to_all_who_booked_and_raises_the_sequence(world: World) -> None:
    by = world.cara.actor
    gathering = announced(world.strathmuir, by=by)
    books(gathering)
    before = told(days=30)
    moved = replace(
        before,
        starts_at=before.starts_at + timedelta(days=1),
        ends_at=before.ends_at + timedelta(days=1),
    )
    changed = change_gathering(gathering, moved, help_offered=HELP, by=by)
    assert changed.sequence == 1
    assert notes(changed, "changed") == 1
    change_gathering(changed, replace(moved, contact_name="Somebody"), help_offered=HELP, by=by)
    assert fresh(changed).sequence == 1
    assert notes(changed, "changed") == 1


def test_more_places_go_to_those_who_wait_and_fewer_than_taken_are_refused(world: World) -> None:
    by = world.cara.actor
    said = told(capacity=2)
    gathering = publish_gathering(
        prepare_gathering(world.strathmuir, said, help_offered=HELP, by=by), by=by
    )
    for name in ("Gail", "Hugh", "Ida", "Jean"):
        books(gathering, name)
    with pytest.raises(Refusal, match="places_are_taken"):
        change_gathering(gathering, replace(said, capacity=1), help_offered=HELP, by=by)
    change_gathering(gathering, replace(said, capacity=3), help_offered=HELP, by=by)
    assert states(gathering) == [(1, "booked"), (2, "booked"), (3, "offered"), (4, "waiting")]


def test_calling_it_off_needs_a_reason_and_tells_everybody(world: World) -> None:
    by = world.cara.actor
    gathering = announced(world.strathmuir, by=by, capacity=1)
    books(gathering, "Gail")
    books(gathering, "Hugh")
    with pytest.raises(Refusal, match="why"):
        cancel_gathering(gathering, by=by)
    cancel_gathering(gathering, why="The hall is flooded.", by=by)
    cancel_gathering(gathering, why="The hall is flooded.", by=by)
    assert notes(gathering, "called_off") == 2
    assert fresh(gathering).sequence == 1
    with pytest.raises(Refusal, match="cancelled"):
        books(gathering, "Ida")


def test_what_is_over_is_held_by_itself_and_not_before(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor)
    with pytest.raises(Refusal, match="not_over"):
        hold_gathering(gathering, by=world.cara.actor)
    begin_now(gathering, hours_ago=5)
    assert hold_what_is_over(by=system_actor()) == 1
    assert hold_what_is_over(by=system_actor()) == 0
    assert fresh(gathering).state == Gathering.State.HELD
    assert fresh(gathering).activity.ended_at is not None


def test_drafts_are_announced_to_nobody_and_members_events_to_members(world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor, title="Draft")
    announced(world.strathmuir, by=world.cara.actor, title="Open")
    announced(world.strathmuir, by=world.cara.actor, title="Inside", audience="members")
    announced(world.nation, by=world.fay.actor, title="National inside", audience="members")

    def seen(by: object) -> set[str]:
        found = Gathering.objects.announced_to(by)  # type: ignore[arg-type]
        return {one.title for one in found}

    assert seen(ANONYMOUS) == {"Open"}
    assert seen(world.eve.actor) == {"Open", "National inside"}
    assert seen(world.ann.actor) == {"Open", "Inside", "National inside"}


def test_the_same_line_of_the_agenda_sent_twice_stands_there_once(world: World) -> None:
    gathering = prepared(world.strathmuir, by=world.cara.actor)
    for _time in range(2):
        add_agenda_item(
            gathering,
            starts_at=gathering.starts_at,
            title="Welcome",
            speaker="",
            room="",
            by=world.cara.actor,
        )
    assert AgendaItem.objects.in_place(world.strathmuir).count() == 1
