"""Read a questionnaire from sheets."""

from collections.abc import Mapping

from alongside.engines.questions.contents import Questionnaire
from alongside.engines.questions.xlsform.checking import check
from alongside.engines.questions.xlsform.choices import lists_of
from alongside.engines.questions.xlsform.languages import Languages, languages_of
from alongside.engines.questions.xlsform.report import Report
from alongside.engines.questions.xlsform.rows import OURS, Row, Sheet, rows_of
from alongside.engines.questions.xlsform.survey import YES, Survey

SHEETS = ("survey", "choices", "settings")


def read(sheets: Mapping[str, Sheet]) -> tuple[Questionnaire | None, Report]:
    """Return the questionnaire in an XLSForm's sheets (rows of text), and what was found.

    None where anything stops it; the report then says all that has to be mended.
    """
    report = Report()
    named = {name.strip().lower(): (name, sheet) for name, sheet in sheets.items()}
    if "survey" not in named:
        told = ", ".join(f"“{name}”" for name in sheets) or "none"
        report.error("survey", 0, "", f"there is no sheet “survey”; the sheets are: {told}")
        return None, report
    survey, choices, settings = (
        list(rows_of(*named[name], report)) if name in named else [] for name in SHEETS
    )
    first = settings[0] if settings else None
    languages = languages_of([*survey, *choices], first)
    may_repeat = first is not None and first.get("allow_choice_duplicates").lower() in YES
    asked = Survey(lists_of(choices, languages, report, may_repeat=may_repeat), languages, report)
    members = asked.read(survey)
    found = Questionnaire(
        title=_title(first, languages),
        members=members,
        lists={name: asked.lists[name] for name in _used(asked)},
        languages=languages.all,
        form_id=first.get("form_id") if first else "",
        version=first.get("version") if first else "",
    )
    if not members and not report.errors:
        report.error("survey", 0, "", "nothing is asked in this questionnaire")
    check(found, asked, report)
    return (None if report.errors else found), report


def _used(asked: Survey) -> list[str]:
    return [name for name in asked.lists if asked.lists[name]]


def _title(settings: Row | None, languages: Languages) -> dict[str, str]:
    if settings is None:
        return {}
    title = languages.text(settings.texts("form_title") | settings.texts(f"{OURS}::title"))
    return title or languages.text({"": settings.get("form_id")} if settings.get("form_id") else {})
