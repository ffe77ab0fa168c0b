"""Are all conditions of a questionnaire sound, and its texts there in every language?"""

from collections.abc import Iterator

from alongside.engines.questions.contents import Group, Item, Question, Questionnaire, Text
from alongside.engines.questions.expressions import Expression, ExpressionError, parse
from alongside.engines.questions.xlsform.report import Report
from alongside.engines.questions.xlsform.survey import Survey

CONDITIONS = {
    "relevant": "asked_if", "constraint": "fits_if", "choice_filter": "choice_filter",
    "calculation": "calculation", "repeat_count": "count",
}  # fmt: skip


def check(found: Questionnaire, asked: Survey, report: Report) -> None:
    """Note every condition that can't be read or speaks of what isn't there; and texts that lack."""
    for one in _items(found.members):
        row = asked.rows[one.name]
        for column, field in CONDITIONS.items():
            source = getattr(one, field, "")
            if not source:
                continue
            try:
                expression = parse(source)
            except ExpressionError as wrong:
                report.error(row.sheet, row.number, column, f"column {wrong.at}: {wrong.words}")
                continue
            for words, is_error in _unknown(one, field, expression, found, asked):
                tell = report.error if is_error else report.note
                tell(row.sheet, row.number, column, words)
    _untranslated(found, report)


def _items(members: tuple[Item, ...]) -> Iterator[Item]:
    for one in members:
        yield one
        if isinstance(one, Group):
            yield from _items(one.members)


def _unknown(
    one: Item, field: str, expression: Expression, found: Questionnaire, asked: Survey
) -> Iterator[tuple[str, bool]]:
    """What a condition speaks of that isn't there, and whether that stops the import."""
    known = {question.name for question in found.questions()}
    for name in sorted(expression.names - known):
        if name in asked.left_out:
            yield f"it speaks of “{name}”, which was left out: that counts as not answered", False
        elif name in asked.rows:
            yield f"it speaks of the group “{name}”; it can speak of questions only", True
        else:
            yield f"it speaks of “{name}”, and there is no such question", True
    marks = _marks_of(one, found) if field == "choice_filter" else frozenset()
    for name in sorted(expression.columns - marks):
        if field == "choice_filter":
            yield f"“{name}” is no column of the choices: it is read as the text '{name}'", False
        else:
            yield f"“{name}”: write ${{{name}}} for a question, or '{name}' for a text", True


def _marks_of(one: Item, found: Questionnaire) -> frozenset[str]:
    choices = found.choices_of(one) if isinstance(one, Question) else ()
    return frozenset({"name"}.union(*(choice.marks for choice in choices)))


def _untranslated(found: Questionnaire, report: Report) -> None:
    for language in found.languages:
        count = sum(1 for text in _texts(found) if text and not text.get(language))
        if count:
            words = f"{count} texts are missing in “{language}”; another language is shown there"
            report.note("survey", 0, "", words)


def _texts(found: Questionnaire) -> Iterator[Text]:
    for question in found.questions():
        yield from (question.label, question.hint)
    for choices in found.lists.values():
        yield from (choice.label for choice in choices)
