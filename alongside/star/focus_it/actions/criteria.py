"""Ask more than impact and effort, and say how much each counts."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.actions.matrices import NOT_ALLOWED
from alongside.star.focus_it.actions.sureness import ask_how_sure
from alongside.star.focus_it.models import Criterion, Matrix
from alongside.star.focus_it.queries.matrices import criteria_of
from alongside.star.focus_it.rules import matrices as rules

ALWAYS = ("impact", "effort")
MOST = 6


@transaction.atomic
def add_criterion(
    matrix: Matrix,
    *,
    name: str,
    question: str,
    anchors: Sequence[str],
    less_is_better: bool,
    by: Actor,
) -> Criterion:
    """Ask one more question about every item; only before it begins."""
    _refuse_once_begun(matrix, by)
    criteria = criteria_of(matrix)
    if len(criteria) >= MOST:
        raise Refusal("too_many", _("Six questions are the most that people can bear."), status=409)
    last = Criterion.objects.in_place(matrix.place).filter(matrix=matrix)
    criterion = Criterion.objects.create(
        place_id=matrix.place_id,
        matrix=matrix,
        number=(last.aggregate(last=Max("number"))["last"] or 0) + 1,
        key=_free_key(name, {criterion.key for criterion in criteria}),
        name=name,
        question=question,
        anchors=list(anchors),
        less_is_better=less_is_better,
    )
    record_event("add_criterion", criterion, by=by, place_id=matrix.place_id)
    return criterion


@transaction.atomic
def remove_criterion(criterion: Criterion, *, by: Actor) -> None:
    """Ask a question no more; impact and effort are always asked."""
    _refuse_once_begun(criterion.matrix, by)
    if criterion.key in ALWAYS:
        raise Refusal("always_asked", _("Impact and effort are always asked."), status=409)
    record_event("remove_criterion", criterion, by=by, place_id=criterion.place_id)
    criterion.delete()


@transaction.atomic
def weigh_criteria(matrix: Matrix, *, weights: Mapping[str, int | None], by: Actor) -> None:
    """Say how much each question counts; no weight means that nobody has decided.

    Once ratings were revealed, everybody reads that it was changed since; after the end it stands.
    """
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    matrix.room = Room.objects.in_place(matrix.place).locked(matrix.room)
    if matrix.room.stage == Room.Stage.ENDED:
        raise Refusal(
            "ended", _("This has ended. What counted how much stays as it was."), status=409
        )
    criteria = criteria_of(matrix)
    if all(criterion.weight == weights.get(criterion.key) for criterion in criteria):
        return
    for criterion in criteria:
        criterion.weight = weights.get(criterion.key)
    if all(criterion.weight == 0 for criterion in criteria):
        raise Refusal("all_zero", _("Let at least one question count."), status=409)
    Criterion.objects.in_place(matrix.place).bulk_update(criteria, ["weight"])
    if matrix.room.stage == Room.Stage.REVEALED or matrix.room.turn > 1:
        matrix.reweighed_at = timezone.now()
        matrix.save(update_fields=["reweighed_at"])
    record_event("weigh_criteria", matrix, by=by, place_id=matrix.place_id)
    ask_how_sure(matrix, by=by)


def _refuse_once_begun(matrix: Matrix, by: Actor) -> None:
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    room = Room.objects.in_place(matrix.place).locked(matrix.room)
    if room.stage != Room.Stage.PREPARING:
        raise Refusal("begun", _("It has begun, so the questions stay as they are."), status=409)


def _free_key(name: str, taken: set[str]) -> str:
    base = slugify(name)[:26].strip("-") or "question"
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(key for key in candidates if key not in taken)
