"""The sheet of choices."""

from collections.abc import Iterable

from alongside.engines.questions.contents import Choice
from alongside.engines.questions.xlsform.languages import Languages
from alongside.engines.questions.xlsform.report import Report
from alongside.engines.questions.xlsform.rows import Row

OWN = frozenset({"list_name", "name", "label", "media"})


def lists_of(
    rows: Iterable[Row], languages: Languages, report: Report, *, may_repeat: bool
) -> dict[str, tuple[Choice, ...]]:
    """Return the choices by their lists. `may_repeat` lets a name stand twice in a list."""
    lists: dict[str, dict[str, Choice]] = {}
    for row in rows:
        name, list_name = row.get("name"), row.get("list_name")
        if not list_name or not name:
            missing = "list_name" if not list_name else "name"
            report.error(
                row.sheet,
                row.number,
                missing,
                "a choice needs the name of its list and a name of its own",
            )
            continue
        if any(sign.isspace() for sign in name):
            report.error(
                row.sheet, row.number, "name", f"“{name}”: the name of a choice has no blanks"
            )
        known = lists.setdefault(list_name, {})
        if name in known and not may_repeat:
            report.error(
                row.sheet, row.number, "name", f"“{name}” stands twice in the list “{list_name}”"
            )
        known.setdefault(name, Choice(name, languages.text(row.texts("label")), _marks(row)))
        if "media" in row.columns:
            report.note(
                row.sheet, row.number, "media", "pictures and sounds of choices aren't shown"
            )
    return {name: tuple(choices.values()) for name, choices in lists.items()}


def _marks(row: Row) -> dict[str, str]:
    """What stands in further columns: a choice filter can ask for it."""
    return {
        name: text
        for (name, language), text in row.cells.items()
        if name not in OWN and not language
    }
