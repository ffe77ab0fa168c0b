"""How many have rated: people, never figures, so it may be told at any time."""

from dataclasses import dataclass

from django.core.cache import caches
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.responses.models import Response
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Item, Matrix, Rating


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rated something in the present turn, and how many of them all there is."""

    begun: int
    done: int


# To count who is done reads every rating. Where many rate it is done every few seconds, not each time
# that the big screen asks.
MANY, KEPT_SECONDS = 100, 5


def progress_of(matrix: Matrix) -> Progress:
    """Return how far people are in the present turn. One query.

    Where many rate, how many are done may be some seconds old; how many began never is.
    """
    kept, room = caches["template_fragments"], matrix.room
    key = f"focus_it.done.{matrix.pk}.{room.turn}.{room.version}"
    if (done := kept.get(key)) is not None:
        begun = _begun(matrix)
        return Progress(begun, min(done, begun))
    progress = _counted(matrix)
    if progress.begun > MANY:
        kept.set(key, progress.done, KEPT_SECONDS)
    return progress


def _begun(matrix: Matrix) -> int:
    rated = Rating.objects.in_place(matrix.place).filter(
        response=OuterRef("pk"), turn=matrix.room.turn, is_late=False
    )
    sheets = Response.objects.in_place(matrix.place).filter(
        activity=matrix.activity_id, state=Response.State.SUBMITTED
    )
    return sheets.filter(Exists(rated)).count()


def _counted(matrix: Matrix) -> Progress:
    place = matrix.place
    items = Item.objects.in_place(place).filter(matrix=matrix, withdrawn_at__isnull=True)
    listed = items.order_by().values("matrix").annotate(n=Count("pk")).values("n")
    stands = Q(item_version=F("item__version"), item__withdrawn_at__isnull=True)
    sheets = (
        Rating.objects.in_place(place)
        .filter(item__matrix=matrix, turn=matrix.room.turn, is_late=False)
        .filter(response__state=Response.State.SUBMITTED)
        .values("response")
        .annotate(standing=Count("pk", filter=stands), listed=Coalesce(Subquery(listed), 0))
    )
    return Progress(
        **sheets.aggregate(
            begun=Count("response"), done=Count("response", filter=Q(standing__gte=F("listed")))
        )
    )


def told_progress(stage: str, turn: int, progress: Progress, here: int) -> str:
    """Say how far people are; of how many, unless more rate by link than are here.

    Asked again, nobody has to rate all of it, so that nobody is done.
    """
    if stage == Room.Stage.PREPARING:
        return _("We begin in a moment.")
    if not here and not progress.begun:
        return _("Nobody has begun yet.")
    told = {"n": progress.begun, "done": progress.done, "here": here}
    is_more = progress.begun > here
    if turn > 1:
        more = ngettext(
            "%(n)s person has rated again in this turn",
            "%(n)s people have rated again in this turn",
            progress.begun,
        )
        text = more if is_more else _("%(n)s of %(here)s have rated again in this turn")
    elif stage == Room.Stage.ASKING:
        more = ngettext(
            "%(n)s person has begun, %(done)s done",
            "%(n)s people have begun, %(done)s done",
            progress.begun,
        )
        text = more if is_more else _("%(n)s of %(here)s have begun, %(done)s done")
    else:
        more = ngettext("%(n)s person has rated", "%(n)s people have rated", progress.begun)
        text = more if is_more else _("%(n)s of %(here)s have rated")
    return text % told
