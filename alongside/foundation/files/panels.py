"""Ready-to-show blocks of an import: problems, what is new, what changes from what to what."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.foundation.files.imports.planning import Plan
from alongside.foundation.files.imports.spec import ImportSpec, RowPlan, Standing
from alongside.foundation.files.sheets import SheetProblem, Table

SHOWN_PROBLEMS = 200
SHOWN_ROWS = 50


def problem_rows(problems: Sequence[SheetProblem]) -> list[list[Any]]:
    """Return rows for a table of problems: where, and what to do."""
    return [
        [problem.row or "", problem.column, str(problem.words)]
        for problem in problems[:SHOWN_PROBLEMS]
    ]


def problem_head() -> list[str]:
    """Return the headings of a table of problems."""
    return [_("Row"), _("Column"), _("What to do")]


def problem_table(problems: Sequence[SheetProblem]) -> Table:
    """Return all problems as a table to take away."""
    rows = [[problem.row, problem.column, str(problem.words)] for problem in problems]
    return Table("problems", problem_head(), rows)


def plan_panel(spec: ImportSpec, plan: Plan) -> dict[str, Any]:
    """Return everything that the preview shows."""
    new, changed = plan.standing(Standing.NEW), plan.standing(Standing.CHANGED)
    known = plan.standing(Standing.KNOWN)
    return {
        "plan": plan,
        "counts": {
            "new": len(new),
            "changed": len(changed),
            "unchanged": len(plan.standing(Standing.UNCHANGED)),
            "known": len(known),
            "problems": len(plan.problems),
        },
        "problem_head": problem_head(),
        "problem_rows": problem_rows(plan.problems),
        "more_problems": max(0, len(plan.problems) - SHOWN_PROBLEMS),
        "new_head": [_("Row"), *(column.name for column in _shown(spec))],
        "new_rows": [_new_row(spec, row) for row in new[:SHOWN_ROWS]],
        "more_new": max(0, len(new) - SHOWN_ROWS),
        "changed_head": [_("Row"), spec.name_column, _("Column"), _("Now"), _("Then")],
        "changed_rows": [cells for row in changed[:SHOWN_ROWS] for cells in _changed_rows(row)],
        "more_changed": max(0, len(changed) - SHOWN_ROWS),
        "known_from": spec.known_from,
        "known_head": [_("Row"), *(column.name for column in _shown(spec))],
        "known_rows": [_new_row(spec, row) for row in known[:SHOWN_ROWS]],
        "more_known": max(0, len(known) - SHOWN_ROWS),
    }


def column_rows(spec: ImportSpec) -> list[list[Any]]:
    """Return rows for the table that explains the columns."""
    return [
        [
            column.name,
            _("needed") if column.needed else "",
            capfirst(str(column.meaning)),
            column.example,
        ]
        for column in spec.columns
    ]


def template_table(spec: ImportSpec) -> Table:
    """Return a file to begin with: the headings and one example."""
    return Table(
        spec.key,
        [column.name for column in spec.columns],
        [[column.example for column in spec.columns]],
    )


def _shown(spec: ImportSpec) -> list[Any]:
    """The columns that a row can be recognised by."""
    return [column for column in spec.columns if column.needed or column.name == "council_area"][:4]


def _new_row(spec: ImportSpec, row: RowPlan) -> list[Any]:
    cells = [_told(row.values.get(column.name, "")) for column in _shown(spec)]
    return [row.row, *cells]


def _changed_rows(row: RowPlan) -> list[list[Any]]:
    return [
        [row.row, row.title, change.column, _told(change.before), _told(change.after)]
        for change in row.fields
    ]


def _told(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, list) else str(value or "")
    return text if len(text) <= 200 else f"{text[:199]}…"
