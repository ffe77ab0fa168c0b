"""Prepare a matrix, and begin to ask."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions import offer_help
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.rooms.actions import move_room, prepare_room
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Criterion, Item, Matrix
from alongside.star.focus_it.notices import notice_for
from alongside.star.focus_it.queries.matrices import free_slug
from alongside.star.focus_it.rules import matrices as rules
from alongside.star.framework.matrix_instrument import DEFAULT_MATRIX, load_matrix_instrument

NOT_ALLOWED = _("Only a facilitator or the programme lead can do this.")
KIND = "matrix"


@transaction.atomic
def prepare_matrix(
    place: Place,
    *,
    title: str,
    by: Actor,
    minimum: int = 5,
    by_link: bool = False,
    answers_until: datetime | None = None,
    **told: Any,
) -> Matrix:
    """Prepare a matrix with its room and the two questions that every matrix asks.

    `told` holds what people are told: `who_decides`, `decided_by_on`, `what_can_change`,
    `what_cannot_change`.
    """
    refuse_unless(rules.can_prepare_matrices(by, place), NOT_ALLOWED)
    activity = Activity.objects.create(
        place=place,
        kind=KIND,
        title=title,
        purpose=str(_("Decide together what comes first, so that everyone can see why")),
        notice=notice_for(place, minimum=minimum, words=words_of(place), by=by),
        **told,
    )
    matrix = Matrix.objects.create(
        place=place,
        activity=activity,
        room=prepare_room(activity, answers_until=answers_until, by=by),
        slug=free_slug(place, title),
        title=title,
        instrument_version=DEFAULT_MATRIX,
        minimum=minimum,
        by_link=by_link,
    )
    _ask_what_all_ask(matrix)
    record_event("prepare_matrix", matrix, by=by, place_id=place.pk)
    return matrix


def _ask_what_all_ask(matrix: Matrix) -> None:
    instrument = load_matrix_instrument(matrix.instrument_version)
    Criterion.objects.bulk_create(
        Criterion(
            place_id=matrix.place_id,
            matrix=matrix,
            number=number,
            key=criterion.key,
            name=criterion.name,
            question=criterion.question,
            anchors=list(criterion.anchors),
            less_is_better=criterion.less_is_better,
        )
        for number, criterion in enumerate(instrument.criteria, start=1)
    )


# What may be told anew while nobody has rated.
TOLD = frozenset({"who_decides", "decided_by_on", "what_can_change", "what_cannot_change"})


@transaction.atomic
def describe_matrix(
    matrix: Matrix,
    *,
    by: Actor,
    title: str,
    minimum: int,
    by_link: bool,
    answers_until: datetime | None,
    **told: Any,
) -> Matrix:
    """Change what was prepared, as long as it has not begun."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    matrix.room = room = Room.objects.in_place(matrix.place).locked(matrix.room)
    if room.stage != Room.Stage.PREPARING:
        raise Refusal("begun", _("It has begun, so this stays as people were told."), status=409)
    matrix.title, matrix.minimum, matrix.by_link = title, minimum, by_link
    matrix.save(update_fields=["title", "minimum", "by_link"])
    room.answers_until = answers_until
    room.save(update_fields=["answers_until"])
    activity = matrix.activity
    activity.title = title
    activity.notice = notice_for(matrix.place, minimum=minimum, words=words_of(matrix.place), by=by)
    for name in TOLD & told.keys():
        setattr(activity, name, told[name])
    activity.save(update_fields=["title", "notice", *sorted(TOLD & told.keys())])
    record_event("describe_matrix", matrix, by=by, place_id=matrix.place_id)
    return matrix


@transaction.atomic
def offer_help_with(matrix: Matrix, *, by: Actor, note: str = "", **offered: str) -> None:
    """Say which help with taking part there is; people see it before they begin."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    offer_help(matrix.activity, note=note, by=by, **offered)


@transaction.atomic
def begin_matrix(matrix: Matrix, *, by: Actor) -> Matrix:
    """Begin to ask. From now on who sees what, and the questions, stay as they are."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    items = Item.objects.in_place(matrix.place).filter(matrix=matrix, withdrawn_at__isnull=True)
    if items.count() < 2:
        raise Refusal(
            "too_few_items", _("Put at least two things on the list before you ask."), status=409
        )
    if not matrix.activity.who_decides:
        raise Refusal("who_decides", _("Say first who decides in the end."), status=409)
    if not matrix.activity.help_is_answered:
        raise Refusal(
            "help_unanswered",
            _("Say first which help with taking part is ready, on request, or not offered."),
            status=409,
        )
    matrix.room, _moved = move_room(matrix.room, "begin", turn=matrix.room.turn, by=by)
    return matrix
