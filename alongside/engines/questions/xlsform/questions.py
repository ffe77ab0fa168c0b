"""One row of the survey as a question."""

import re
from decimal import Decimal, InvalidOperation

from alongside.engines.questions.contents import Question
from alongside.engines.questions.kinds import NOT_ANSWERED, Kind
from alongside.engines.questions.xlsform.languages import Languages
from alongside.engines.questions.xlsform.report import Report
from alongside.engines.questions.xlsform.rows import OURS, Row
from alongside.engines.questions.xlsform.types import Asks

YES, NO = frozenset({"yes", "true", "true()", "1"}), frozenset({"no", "false", "false()", "0", ""})
PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
LONGEST_SCALE = 100
DEFAULT_SCALE = {"start": "1", "end": "10", "step": "1"}


def question_of(row: Row, name: str, found: Asks, languages: Languages, report: Report) -> Question:
    """Return the question of a row; whatever of it is otherwise here is noted."""
    kind = _kind(row, found, report)
    label = languages.text(row.texts("label"))
    if not label and kind is not Kind.WORKED_OUT:
        label = {languages.default: name}
        report.note(
            row.sheet, row.number, "label", f"there are no words to ask with: “{name}” is shown"
        )
    if "media" in row.columns:
        report.note(
            row.sheet, row.number, "media", "pictures, sounds and films of a question aren't shown"
        )
    start, end, step = _scale(row, report) if kind is Kind.SCALE else (1, 5, 1)
    return Question(
        name=name,
        kind=kind,
        label=label,
        hint=languages.text(row.texts("hint")),
        is_required=_is_required(row, report) and kind not in NOT_ANSWERED,
        required_words=languages.text(row.texts("required_message")),
        may_decline=row.get(f"{OURS}::may_decline").lower() in YES,
        asked_if=row.get("relevant"),
        fits_if=row.get("constraint"),
        fits_words=languages.text(row.texts("constraint_message")),
        choices=found.choices,
        choice_filter=row.get("choice_filter"),
        calculation=row.get("calculation") if kind is Kind.WORKED_OUT else "",
        default=_default(row, report),
        start=start,
        end=end,
        step=step,
        start_words=languages.text(row.texts(f"{OURS}::start_words")),
        end_words=languages.text(row.texts(f"{OURS}::end_words")),
        appearance=" ".join(_appearance(row)),
    )


def _appearance(row: Row) -> list[str]:
    return [word for word in row.get("appearance").split() if word != "multiline"]


def _kind(row: Row, found: Asks, report: Report) -> Kind:
    kind = found.kind or Kind.TEXT
    if kind is Kind.TEXT and "multiline" in row.get("appearance").split():
        kind = Kind.LONG_TEXT
    if kind is Kind.WORKED_OUT and not row.get("calculation"):
        report.error(row.sheet, row.number, "calculation", "say here what is worked out")
    if kind not in {Kind.WORKED_OUT, Kind.NOTE} and row.get("calculation"):
        words = "its answer is worked out, so it is not shown"
        report.note(row.sheet, row.number, "calculation", words)
        kind = Kind.WORKED_OUT
    if kind is Kind.SCALE and not _is_whole_scale(_parameters(row)):
        words = "a scale goes in whole steps here: any number can be given instead"
        report.note(row.sheet, row.number, "parameters", words)
        kind = Kind.DECIMAL
    return kind


def _parameters(row: Row) -> dict[str, str]:
    return DEFAULT_SCALE | dict(PARAMETER.findall(row.get("parameters").lower()))


def _is_whole_scale(parameters: dict[str, str]) -> bool:
    try:
        numbers = [Decimal(parameters[name]) for name in DEFAULT_SCALE]
    except InvalidOperation:
        return False
    return all(number.is_finite() and number == int(number) for number in numbers)


def _scale(row: Row, report: Report) -> tuple[int, int, int]:
    told = _parameters(row)
    start, end, step = (int(Decimal(told[name])) for name in ("start", "end", "step"))
    if not start < end or step < 1 or (end - start) // step > LONGEST_SCALE:
        words = f"a scale goes up from start to end, in at most {LONGEST_SCALE} steps"
        report.error(row.sheet, row.number, "parameters", words)
        return 1, 5, 1
    return start, end, step


def _is_required(row: Row, report: Report) -> bool:
    told = row.get("required").lower().replace(" ", "")
    if told not in YES | NO:
        words = "it has to be answered only under a condition; here it may always stay empty"
        report.note(row.sheet, row.number, "required", words)
    return told in YES


def _default(row: Row, report: Report) -> str:
    default = row.get("default")
    if "(" in default or "${" in default:
        words = "an answer that is worked out isn't filled in beforehand"
        report.note(row.sheet, row.number, "default", words)
        return ""
    return default
