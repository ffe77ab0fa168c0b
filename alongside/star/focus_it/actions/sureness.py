"""Work out how sure the order is, and freeze it beside the figures that it was made from."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.actions import freeze_release
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.jobs.models import Job
from alongside.foundation.rooms.actions import touch_room
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import criteria_of
from alongside.star.focus_it.queries.releases import (
    SURENESS,
    inputs_of,
    latest_figures,
    latest_sureness,
    seed_of,
)
from alongside.star.focus_it.queries.sureness import ENGINES, sureness_figures

Report = Callable[[int, str], None]


def ask_how_sure(matrix: Matrix, *, by: Actor) -> Job | None:
    """Ask for the work; nothing is asked while nothing is revealed. Each question is asked once."""
    figures = latest_figures(matrix)
    if figures is None:
        return None
    inputs = inputs_of(figures.digest, criteria_of(matrix), matrix.first_count)
    return enqueue_job(
        "focus_it.how_sure",
        place=matrix.place,
        key=f"focus_it.how_sure:{matrix.pk}:{inputs[:16]}",
        arguments={"matrix_id": matrix.pk},
        by=by,
    )


def work_out_sureness(
    matrix: Matrix, *, report: Report = lambda _share, _what: None
) -> Release | None:
    """Work out how sure the newest figures are, by the weights that stand now; once for each."""
    figures, criteria = latest_figures(matrix), criteria_of(matrix)
    if figures is None:
        return None
    inputs = inputs_of(figures.digest, criteria, matrix.first_count)
    newest = latest_sureness(matrix)
    if newest is not None and newest.inputs_hash == inputs:
        return newest
    report(20, str(_("Asking the same of others, ten thousand times")))
    seed = seed_of(figures.digest)
    bundle = sureness_figures(figures.bundle, criteria, first=matrix.first_count, seed=seed)
    with transaction.atomic():
        room = Room.objects.in_place(matrix.place).locked(matrix.room)
        release = freeze_release(
            matrix.activity,
            kind=SURENESS,
            bundle=bundle,
            inputs_hash=inputs,
            engine_versions=ENGINES,
            answers_as_of=figures.answers_as_of,
            seed=seed,
            by=system_actor(),
        )
        touch_room(room)
    return release
