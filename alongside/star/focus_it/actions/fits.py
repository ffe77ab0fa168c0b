"""Choose what fits into limits of money and staff days."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.jobs.models import Job
from alongside.star.focus_it.actions.matrices import NOT_ALLOWED
from alongside.star.focus_it.models import Choice, Matrix
from alongside.star.focus_it.queries.fits import ENGINE, fitting_figures, limits_of
from alongside.star.focus_it.queries.matrices import criteria_of, items_of
from alongside.star.focus_it.queries.releases import figures_by_turn, latest_figures, seed_of
from alongside.star.focus_it.rules import matrices as rules

Report = Callable[[int, str], None]


@transaction.atomic
def ask_what_fits(
    matrix: Matrix, *, money_pence: int | None, staff_days: int | None, by: Actor
) -> Job:
    """Ask for the set that is worth most within these limits; returns the work to watch."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    figures = latest_figures(matrix)
    if figures is None:
        raise Refusal("not_revealed", _("Reveal the ratings first."), status=409)
    if money_pence is None and staff_days is None:
        raise Refusal("no_limits", _("Say how much money there is, or how many days."), status=409)
    choice = Choice.objects.create(
        place_id=matrix.place_id,
        matrix=matrix,
        money_pence=money_pence,
        staff_days=staff_days,
        release_number=figures.number,
        engine_version=ENGINE,
    )
    record_event("ask_what_fits", choice, by=by, place_id=matrix.place_id)
    return enqueue_job(
        "focus_it.choose",
        place=matrix.place,
        key=f"focus_it.choose:{choice.pk}",
        arguments={"choice_id": choice.pk},
        by=by,
    )


def work_out_choice(choice: Choice, *, report: Report = lambda _share, _what: None) -> Choice:
    """Find the set, by the ratings that were asked about and the costs that stand now."""
    matrix = choice.matrix
    release = figures_by_turn(matrix)[choice.release_number - 1]
    report(10, str(_("Looking for the best set, and for those of other raters")))
    result = fitting_figures(
        release.bundle,
        criteria_of(matrix),
        items_of(matrix),
        most=limits_of(choice),
        seed=seed_of(release.digest),
    )
    Choice.objects.in_place(matrix.place).filter(pk=choice.pk).update(result=result)
    choice.result = result
    return choice
