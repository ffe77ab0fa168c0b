"""Every write of an import: stage the rows, confirm the plan, forget what nobody confirmed."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.files import rules
from alongside.foundation.files.imports.planning import Plan, known_headers, plan_import
from alongside.foundation.files.imports.spec import ImportSpec, Standing
from alongside.foundation.files.models import StagedImport
from alongside.foundation.files.sheets import Row, Sheet, read_sheet
from alongside.foundation.files.sheets.parts import refuse_all
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place


class PlanChanged(Exception):  # noqa: N818 - not a fault: look at the plan again
    """The plan is not the one that was confirmed, because something changed in between."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows were new, changed, as they were, and known from elsewhere."""

    new: int
    changed: int
    unchanged: int
    known: int = 0


def stage_import(
    spec: ImportSpec, place: Place, *, content: bytes, file_name: str, by: Actor
) -> StagedImport:
    """Keep the rows of an uploaded file for a day, so that its plan can be looked at.

    Raises `SheetProblems` when the file can't be read as a sheet with the needed columns.
    """
    _refuse_unless_allowed(spec, place, by)
    sheet = read_sheet(content)
    notices = [*sheet.notices, *known_headers(spec, sheet)[1]]
    with transaction.atomic():
        staged = StagedImport.objects.create(
            place=place,
            person_id=by.persons[place.pk],
            kind=spec.key,
            file_name=file_name[:200],
            headers=list(sheet.headers),
            rows=[[row.number, list(row.cells)] for row in sheet.rows],
            notices=[str(notice) for notice in notices],
        )
        record_event("stage_import", staged, by=by, place_id=place.pk)
    return staged


def staged_plan(spec: ImportSpec, staged: StagedImport) -> Plan:
    """Return what the staged rows would do now."""
    rows = tuple(Row(number, tuple(cells)) for number, cells in staged.rows)
    return plan_import(spec, staged.place, Sheet(tuple(staged.headers), rows))


@transaction.atomic
def confirm_import(
    spec: ImportSpec, staged: StagedImport, *, fingerprint: str, by: Actor
) -> Outcome | None:
    """Write exactly the plan that was looked at, all of it or nothing.

    Returns nothing when it was confirmed before (a double click). Raises `PlanChanged` when the
    plan is no longer the same, `SheetProblems` when there are problems in it.
    """
    _refuse_unless_allowed(spec, staged.place, by)
    locked = StagedImport.objects.visible_to(by).select_for_update(of=("self",))
    staged = locked.select_related("place").get(pk=staged.pk, kind=spec.key)
    if staged.confirmed_at is not None:
        return None
    plan = staged_plan(spec, staged)
    if plan.fingerprint != fingerprint:
        raise PlanChanged
    outcome = _keep(spec, staged.place, plan, by)
    staged.confirmed_at, staged.rows = timezone.now(), []
    staged.save(update_fields=["confirmed_at", "rows"])
    return outcome


@transaction.atomic
def import_file(spec: ImportSpec, place: Place, *, content: bytes, by: Actor) -> Outcome:
    """Import a file at once, for operators' commands. Raises `SheetProblems`; nothing is half-kept."""
    _refuse_unless_allowed(spec, place, by)
    return _keep(spec, place, plan_import(spec, place, read_sheet(content)), by)


@transaction.atomic
def forget_expired_imports() -> int:
    """Remove uploads that nobody confirmed within a day, and the empty entries of confirmed ones."""
    expired = StagedImport.objects.unscoped(reason="a sweep over all places")
    count, _by_model = expired.filter(expires_at__lte=timezone.now()).delete()
    return count


def _keep(spec: ImportSpec, place: Place, plan: Plan, by: Actor) -> Outcome:
    refuse_all(plan.problems)
    if plan.to_keep:
        spec.keep(place, plan.to_keep, by)
        columns = {change.column for row in plan.to_keep for change in row.fields}
        record_event(f"import_{spec.key}", place, by=by, place_id=place.pk, fields=columns)
    return Outcome(*(len(plan.standing(standing)) for standing in Standing))


def _refuse_unless_allowed(spec: ImportSpec, place: Place, by: Actor) -> None:
    if not rules.can_import(by, place, spec):
        raise Refusal("not_allowed", _("Your role here doesn't allow bringing in files."))
