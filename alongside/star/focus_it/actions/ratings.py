"""Rate: every rating that is acknowledged is kept, and none is counted twice.

A phone may send one rating or all that it gathered while it was offline. Each entry is judged by
itself, so that one that can't be taken never holds back the others.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Participant
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.actions import (
    begin_response,
    lock_response,
    submit_response,
)
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of
from alongside.foundation.responses.window import Phase, Window
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Item, Matrix, Rating
from alongside.star.focus_it.queries.matrices import criteria_of, window_of

A_BATCH = 500
SCORES = range(1, 6)


class Kept(StrEnum):
    """What became of one entry."""

    COUNTED = "counted"
    REPEATED = "repeated"  # it was there already
    LATE = "late"  # kept, outside the blind count
    OLDER = "older"  # a newer rating of the same item is there
    CHANGED = "changed"  # the words of the item changed meanwhile
    WITHDRAWN = "withdrawn"  # the item was taken off the list
    CONFLICT = "conflict"  # the same page sent something else before
    REFUSED = "refused"  # not a rating of this matrix


@dataclass(frozen=True, slots=True)
class Entry:
    """One rating as a device sends it. `answered_at` is the device's claim."""

    item: int
    version: int
    turn: int
    scores: Mapping[str, int]
    submission_key: uuid.UUID
    answered_at: datetime

    @property
    def digest(self) -> str:
        return digest_of(
            {"item": self.item, "version": self.version, "turn": self.turn, "scores": self.scores}
        )


@dataclass(slots=True)
class _Desk:
    """What entries are judged by: read once for all of them, while the room is held."""

    room: Room
    response: Response
    window: Window
    items: Mapping[int, Item]
    criteria: frozenset[str]
    by_key: dict[uuid.UUID, Rating]
    standing: dict[tuple[int, int, bool], Rating]
    new: list[Rating] = field(default_factory=list)
    mended: list[Rating] = field(default_factory=list)


@transaction.atomic
def begin_rating(
    matrix: Matrix,
    participant: Participant,
    *,
    by: Actor,
    submission_key: uuid.UUID | None = None,
) -> Response:
    """Open the sheet of somebody who came in; whoever has one goes on with it."""
    room = _held_room(matrix)
    return begin_response(
        participant,
        submission_key=submission_key or uuid.uuid4(),
        instrument_version=matrix.instrument_version,
        window=window_of(room, room.database_clock),  # type: ignore[attr-defined]
        by=by,
    )


@transaction.atomic
def rate(
    matrix: Matrix, response: Response, entries: Sequence[Entry], *, by: Actor
) -> dict[uuid.UUID, Kept]:
    """Keep ratings; say of each entry, by its submission key, what became of it."""
    if len(entries) > A_BATCH:
        raise Refusal("too_many", _("Send fewer ratings at a time."), status=409)
    desk = _desk(matrix, response, entries, by=by)
    kept = {entry.submission_key: _keep(desk, entry) for entry in entries}
    try:
        Rating.objects.bulk_create(desk.new)
    except IntegrityError as taken:  # only somebody who made the key up meets another's
        raise Refusal("key_taken", _("This page was used before. Open it again.")) from taken
    Rating.objects.in_place(matrix.place).bulk_update(
        desk.mended,
        ["scores", "item_version", "submission_key", "payload_hash", "answered_at", "received_at"],
    )
    _send_sheet(desk, matrix, by=by)
    return kept


@prepared
def _room_held() -> QuerySet[Room]:
    rooms = Room.objects.in_place(Given("place")).filter(pk=Given("room"))
    return rooms.select_for_update(of=("self",), no_key=True).annotate(database_clock=Now())


@prepared
def _ever_listed() -> QuerySet[Item]:
    return Item.objects.in_place(Given("place")).filter(matrix=Given("matrix"))


def _desk(matrix: Matrix, response: Response, entries: Sequence[Entry], *, by: Actor) -> _Desk:
    room = _held_room(matrix)
    if room.stage == Room.Stage.PREPARING:
        raise Refusal("not_open_yet", _("This isn't open for ratings yet."), status=409)
    response = lock_response(response, by=by)
    if response.activity_id != matrix.activity_id:
        raise Refusal("other_matrix", _("These ratings belong to something else."))
    place = matrix.place
    rated = Rating.objects.in_place(place).filter(response=response)
    ratings = list(rated.filter(item__in=[entry.item for entry in entries]))
    return _Desk(
        room=room,
        response=response,
        window=window_of(room, room.database_clock),  # type: ignore[attr-defined]
        items={item.pk: item for item in _ever_listed(place=place.pk, matrix=matrix.pk)},
        criteria=frozenset(criterion.key for criterion in criteria_of(matrix)),
        by_key={rating.submission_key: rating for rating in ratings},
        standing={(r.item_id, r.turn, r.is_late): r for r in ratings},
    )


def _held_room(matrix: Matrix) -> Room:
    """The room as it is now; it can't be revealed while a rating is being kept."""
    [room] = _room_held(place=matrix.place_id, room=matrix.room_id)
    room.place = matrix.place
    return room


def _keep(desk: _Desk, entry: Entry) -> Kept:
    item = desk.items.get(entry.item)
    if item is None or not _makes_sense(desk, entry):
        return Kept.REFUSED
    if (known := desk.by_key.get(entry.submission_key)) is not None:
        return Kept.REPEATED if known.payload_hash == entry.digest else Kept.CONFLICT
    if item.withdrawn_at is not None:
        return Kept.WITHDRAWN
    if entry.version != item.version:
        return Kept.CHANGED
    return _write(desk, entry)


def _makes_sense(desk: _Desk, entry: Entry) -> bool:
    return (
        1 <= entry.turn <= desk.room.turn
        and entry.scores.keys() <= desk.criteria
        and all(type(score) is int and score in SCORES for score in entry.scores.values())
    )


def _write(desk: _Desk, entry: Entry) -> Kept:
    is_blind = desk.room.stage == Room.Stage.ASKING and entry.turn == desk.room.turn
    is_late = not (is_blind and desk.window.phase is Phase.OPEN)
    place = (entry.item, entry.turn, is_late)
    # A device's clock may be wrong; nothing was answered after it arrived.
    answered_at = min(entry.answered_at, desk.window.now)
    rating = desk.standing.get(place)
    if rating is None:
        rating = Rating(
            place_id=desk.response.place_id,
            item_id=entry.item,
            response=desk.response,
            turn=entry.turn,
            is_late=is_late,
        )
        desk.new.append(rating)
        desk.standing[place] = rating
    elif rating.item_version == entry.version and rating.answered_at > answered_at:
        return Kept.OLDER
    elif rating.pk is not None and rating not in desk.mended:
        desk.mended.append(rating)
    rating.scores = dict(entry.scores)
    rating.item_version = entry.version
    rating.submission_key = entry.submission_key
    rating.payload_hash = entry.digest
    rating.answered_at, rating.received_at = answered_at, desk.window.now
    desk.by_key[entry.submission_key] = rating
    return Kept.LATE if is_late else Kept.COUNTED


def _send_sheet(desk: _Desk, matrix: Matrix, *, by: Actor) -> None:
    """A sheet counts from its first rating."""
    response = desk.response
    if response.state == Response.State.DRAFT and desk.standing and desk.window.phase is Phase.OPEN:
        submit_response(
            response,
            submission_key=response.submission_key,
            payload={"matrix": matrix.slug},
            window=desk.window,
            by=by,
        )
