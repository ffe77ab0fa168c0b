"""Which open maps still wait for one member's answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import DateField, QuerySet
from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Group, Membership
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules.answering import can_answer_as_member


@dataclass(frozen=True, slots=True)
class Waiting:
    """A map that somebody hasn't answered: not begun, or begun and not sent."""

    round: Round
    is_begun: bool
    is_long: bool  # staff, managers and councillors tick ways of working as well


@prepared
def _hats_and_sheets() -> QuerySet[Membership, tuple[str, int | None, str | None]]:
    held = Membership.objects.in_place(Given("place")).filter(person=Given("person"))
    today = held.exclude(group="").on(Given("today", DateField()))
    sheets = "person__participations__responses"
    return today.values_list("group", f"{sheets}__activity_id", f"{sheets}__state")


def waiting_for(actor: Actor, rounds: Iterable[Round]) -> list[Waiting]:
    """Return which of a place's maps wait for this member. One query if one is open."""
    now = timezone.now()
    running = [
        round_
        for round_ in rounds
        if round_.state == Round.State.OPEN
        and can_answer_as_member(actor, round_)
        and round_.opens_at <= now < round_.closes_at
    ]
    if not running:
        return []
    place_id = running[0].place_id
    person = actor.persons.get(place_id)
    if person is None:
        return []
    rows = _hats_and_sheets(place=place_id, person=person, today=timezone.localdate())
    groups = {group for group, _activity, _state in rows}
    if not groups:
        return []
    states: dict[int | None, set[str | None]] = {}
    for _group, activity_id, state in rows:
        states.setdefault(activity_id, set()).add(state)
    return [
        Waiting(
            round_,
            is_begun=Response.State.DRAFT in states.get(round_.activity_id, ()),
            is_long=groups != {Group.RESIDENT},
        )
        for round_ in running
        if Response.State.SUBMITTED not in states.get(round_.activity_id, ())
    ]
