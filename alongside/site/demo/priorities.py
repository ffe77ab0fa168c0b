"""What comes first: a matrix that was rated and decided on, one to rate now, and a proposal."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.history.actor import ANONYMOUS, Actor, Channel
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.actions import come_in
from alongside.site.demo.opinions import SEED
from alongside.star.focus_it.actions.deciding import decide_item
from alongside.star.focus_it.actions.items import add_idea, add_item
from alongside.star.focus_it.actions.matrices import (
    begin_matrix,
    offer_help_with,
    prepare_matrix,
)
from alongside.star.focus_it.actions.proposals import propose
from alongside.star.focus_it.actions.ratings import Entry, begin_rating, rate
from alongside.star.focus_it.actions.reveal import end_matrix, reveal_matrix
from alongside.star.focus_it.models import Item, Matrix

DESCRIBED = ("who_gains", "who_loses", "cost_pence", "staff_days")
TOLD = ("title", "who_decides", "what_can_change", "what_cannot_change")


def set_priorities(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Hold the room, decide, open the next one, and let a resident propose something."""
    rated = told["rated"]
    matrix = _prepare(place, rated, by_link=False, by=by)
    items = _list_items(matrix, rated, by=by)
    begin_matrix(matrix, by=by)
    _rate_all(matrix, items, told["raters"])
    reveal_matrix(matrix, turn=1, by=by)
    for item, one in items:
        if "decision" in one:
            _decide(matrix, item, one["decision"], by=by)
    end_matrix(matrix, turn=1, by=by)
    following = _prepare(place, told["open"], by_link=True, by=by)
    _list_items(following, told["open"], by=by)
    begin_matrix(following, by=by)
    for one in told["proposals"]:
        propose(place, submission_key=uuid.uuid4(), by=ANONYMOUS, **one)


def _prepare(place: Place, told: Mapping[str, Any], *, by_link: bool, by: Actor) -> Matrix:
    said = {key: told[key] for key in TOLD if key in told}
    matrix = prepare_matrix(place, by_link=by_link, by=by, **said)
    offered = dict.fromkeys(Activity.HELP_FIELDS, Offered.ON_REQUEST.value)
    offer_help_with(matrix, note="Ring Morag by the Friday before.", by=by, **offered)
    return matrix


def _list_items(
    matrix: Matrix, told: Mapping[str, Any], *, by: Actor
) -> list[tuple[Item, Mapping[str, Any]]]:
    """Put what was proposed earlier on the list, then what is new."""
    listed = []
    for one in told.get("items", ()):
        initiative = Initiative.objects.in_place(matrix.place).get(title=one["title"])
        initiative.place = matrix.place
        described = {key: one[key] for key in DESCRIBED}
        listed.append((add_item(matrix, initiative, by=by, **described), one))
    for one in told.get("ideas", ()):
        described = {key: one[key] for key in DESCRIBED if key in one}
        idea = add_idea(
            matrix, title=one["title"], co=one["co"], text=one["text"], by=by, **described
        )
        listed.append((idea, one))
    return listed


def _rate_all(
    matrix: Matrix, items: Sequence[tuple[Item, Mapping[str, Any]]], raters: Mapping[str, int]
) -> None:
    """Let each person come in and rate; a few can't say what something would take."""
    chance = Random(f"{SEED} {matrix.slug}")  # noqa: S311 - an example, always the same
    for group, count in raters.items():
        for _number in range(count):
            seat = take_seat(
                matrix.place, activity_id=matrix.activity_id, group=group, group_confirmed=True
            )[0]
            by = actor_of_seat(seat).through(Channel.ROOM)
            participant = join_activity(matrix.activity, by=by)
            response = begin_rating(matrix, participant, by=by)
            come_in(matrix.room, participant)
            rate(matrix, response, [_entry(item, one, group, chance) for item, one in items], by=by)


def _entry(item: Item, one: Mapping[str, Any], group: str, chance: Random) -> Entry:
    moved = one.get("leaning", {}).get(group, (0.0, 0.0))
    scores = {
        key: min(5, max(1, round(chance.gauss(one[key][0] + shift, one[key][1]))))
        for key, shift in zip(("impact", "effort"), moved, strict=True)
        if key == "impact" or chance.random() > 0.06
    }
    return Entry(
        item=item.pk,
        version=item.version,
        turn=1,
        scores=scores,
        submission_key=uuid.uuid4(),
        answered_at=timezone.now(),
    )


def _decide(matrix: Matrix, item: Item, told: Mapping[str, Any], *, by: Actor) -> None:
    said = {
        key: told[key]
        for key in ("reason", "decided_by", "dissent", "question", "budget_pence")
        if key in told
    }
    for field, days in (("stops_on", "stops_in_days"), ("review_on", "review_in_days")):
        if days in told:
            said[field] = timezone.localdate() + timedelta(days=told[days])
    item.matrix, item.place, item.initiative.place = matrix, matrix.place, matrix.place
    decide_item(item, verdict=Stage(told["verdict"]), by=by, **said)
