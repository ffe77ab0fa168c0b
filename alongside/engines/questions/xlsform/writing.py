"""Write a questionnaire as sheets that other programs read; what is ours alone stands in our columns."""

from collections.abc import Iterator, Mapping, Sequence

from alongside.engines.questions.contents import (
    Choice,
    Group,
    Item,
    Layout,
    Question,
    Questionnaire,
)
from alongside.engines.questions.kinds import WITH_CHOICES, Kind
from alongside.engines.questions.xlsform.rows import OURS

TYPES = {
    Kind.ONE: "select_one", Kind.SEVERAL: "select_multiple", Kind.RANKING: "rank", Kind.SCALE: "range",
    Kind.WHOLE: "integer", Kind.DECIMAL: "decimal", Kind.DATE: "date", Kind.TIME: "time",
    Kind.TEXT: "text", Kind.LONG_TEXT: "text", Kind.PLACE: "geopoint", Kind.PHOTO: "image",
    Kind.CONSENT: "acknowledge", Kind.NOTE: "note", Kind.WORKED_OUT: "calculate",
}  # fmt: skip
LAYOUTS = {Layout.PAGES: "", Layout.PAGE: "field-list", Layout.TABLE: "table-list"}

type Cells = dict[str, str]


def write(questionnaire: Questionnaire) -> dict[str, list[list[str]]]:
    """Return the sheets of a questionnaire as rows of text, headings first."""
    choices = [
        _choice(name, choice) for name, listed in questionnaire.lists.items() for choice in listed
    ]
    sheets = {
        "survey": list(_rows(questionnaire.members)),
        "choices": choices,
        "settings": [_settings(questionnaire)],
    }
    return {name: _sheet(rows) for name, rows in sheets.items() if rows}


def _sheet(rows: Sequence[Cells]) -> list[list[str]]:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return [headings, *([row.get(heading, "") for heading in headings] for row in rows)]


def _filled(cells: Mapping[str, str]) -> Cells:
    return {heading: text for heading, text in cells.items() if text}


def _text(column: str, text: Mapping[str, str]) -> Cells:
    return {
        f"{column}::{language}" if language else column: words for language, words in text.items()
    }


def _rows(members: Sequence[Item]) -> Iterator[Cells]:
    for one in members:
        if isinstance(one, Question):
            yield _question(one)
            continue
        kind = "repeat" if one.repeats else "group"
        yield _group(one, kind)
        yield from _rows(one.members)
        yield {"type": f"end_{kind}"}


def _group(group: Group, kind: str) -> Cells:
    appearance = f"{LAYOUTS[group.layout]} {group.appearance}".strip()
    return {
        "type": f"begin_{kind}",
        "name": group.name,
        **_text("label", group.label),
        **_filled({
            "relevant": group.asked_if,
            "appearance": appearance,
            "repeat_count": group.count,
            f"{OURS}::most": str(group.most or ""),
        }),
    }  # fmt: skip


def _question(question: Question) -> Cells:
    kind = TYPES[question.kind]
    multiline = "multiline" if question.kind is Kind.LONG_TEXT else ""
    scale = f"start={question.start} end={question.end} step={question.step}"
    return {
        "type": f"{kind} {question.choices}" if question.kind in WITH_CHOICES else kind,
        "name": question.name,
        **_text("label", question.label),
        **_text("hint", question.hint),
        **_filled({
            "required": "yes" if question.is_required else "",
            "relevant": question.asked_if,
            "constraint": question.fits_if,
            "choice_filter": question.choice_filter,
            "calculation": question.calculation,
            "default": question.default,
            "parameters": scale if question.kind is Kind.SCALE else "",
            "appearance": f"{multiline} {question.appearance}".strip(),
            f"{OURS}::may_decline": "yes" if question.may_decline else "",
        }),
        **_text("required_message", question.required_words),
        **_text("constraint_message", question.fits_words),
        **_text(f"{OURS}::start_words", question.start_words),
        **_text(f"{OURS}::end_words", question.end_words),
    }  # fmt: skip


def _choice(name: str, choice: Choice) -> Cells:
    return {"list_name": name, "name": choice.name, **_text("label", choice.label), **choice.marks}


def _settings(questionnaire: Questionnaire) -> Cells:
    title = dict(questionnaire.title)
    default = questionnaire.languages[0] if questionnaire.languages else ""
    return {
        "form_title": title.pop(default, ""),
        **_filled({
            "form_id": questionnaire.form_id,
            "version": questionnaire.version,
            "default_language": default,
        }),
        **_text(f"{OURS}::title", title),
    }  # fmt: skip
