"""Find matrices and what is in them."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.window import Window
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Criterion, Item, Matrix

# Addresses beside those of the matrices themselves; a test compares them with `urls`.
RESERVED_SLUGS = frozenset({"new", "proposals"})
NO_LAST_DAY = timedelta(days=36_500)


@prepared
def _matrix_at() -> QuerySet[Matrix]:
    """A hall asks for it with every rating, as for the items and criteria below."""
    found = Matrix.objects.in_place(Given("place")).filter(slug=Given("slug"))
    return found.select_related("room", "activity__notice")[:1]


@prepared
def _items_of() -> QuerySet[Item]:
    listed = Item.objects.in_place(Given("place")).filter(matrix=Given("matrix"))
    listed = listed.filter(withdrawn_at__isnull=True)
    return listed.select_related("initiative", "initiative__service", "decision")


@prepared
def _criteria_of() -> QuerySet[Criterion]:
    return Criterion.objects.in_place(Given("place")).filter(matrix=Given("matrix"))


def find_matrix(place: Place, slug: str) -> Matrix | None:
    """Return a matrix of a place that the caller was let into, with its room and activity."""
    matrix = _matrix_at.first(place=place.pk, slug=slug)
    return settled(matrix, place) if matrix else None


def settled(matrix: Matrix, place: Place) -> Matrix:
    """Let matrix, room and activity know their place, so that nobody asks for it again."""
    matrix.place = matrix.room.place = matrix.activity.place = place
    return matrix


def matrices_of(place: Place, actor: Actor) -> list[Matrix]:
    """Return the matrices that the actor may know of, the newest first."""
    found = Matrix.objects.visible_to(actor).filter(place=place).select_related("room", "activity")
    return [settled(matrix, place) for matrix in found.newest_first()]


def items_of(matrix: Matrix) -> list[Item]:
    """Return what is rated, in its order, without what was withdrawn."""
    return _items_of(place=matrix.place_id, matrix=matrix.pk)


def criteria_of(matrix: Matrix) -> list[Criterion]:
    """Return the questions asked about every item, in their order."""
    return _criteria_of(place=matrix.place_id, matrix=matrix.pk)


def window_of(room: Room, now: datetime) -> Window:
    """Return when people may begin to take part: while it is asked, and while it is talked about."""
    return Window(
        now=now,
        opens_at=min(room.stage_since, now),
        closes_at=room.answers_until or now + NO_LAST_DAY,
        is_prepared=room.stage != Room.Stage.PREPARING,
        is_ended=room.stage == Room.Stage.ENDED,
    )


def free_slug(place: Place, title: str) -> str:
    """Return an address that no matrix of the place has."""
    rows = Matrix.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="priorities", reserved=RESERVED_SLUGS, longest=50)
