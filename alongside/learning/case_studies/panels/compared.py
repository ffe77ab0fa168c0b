"""Two cases side by side: the same questions, what each says."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.panels import basis_words, practice_rows
from alongside.learning.case_studies.models import PublishedCase
from alongside.learning.case_studies.panels.told import Section, facts, sections


def side_by_side(
    first: tuple[Practice, PublishedCase | None],
    second: tuple[Practice, PublishedCase | None],
    words: Words,
) -> list[dict[str, Any]]:
    """Return a row for each question that one of the two answers."""
    left, right = (_answers(practice, told, words) for practice, told in (first, second))
    order = [*left, *(key for key in right if key not in left)]
    return [
        {
            "question": key,
            "first": left.get(key, []),
            "second": right.get(key, []),
            "same": left.get(key) == right.get(key),
        }
        for key in order
    ]


def _answers(practice: Practice, told: PublishedCase | None, words: Words) -> dict[str, list[str]]:
    """What a case says, question by question; short entries answer in the same words."""
    if told is None:
        rows = practice_rows(practice, words)
        brief = {_("Done together"): [words.get(f"{practice.co}_name", _("A whole programme"))]}
        renamed = {_("Scale"): _("How far it reaches")}
        rest = {
            renamed.get(row["key"], row["key"]): [row["value"]]
            for row in rows
            if row["key"] != _("Service area")
        }
        told_of = {
            _("Introduction"): [practice.what_happens],
            _("Service"): [practice.service_area],
        }
        return {**brief, **told_of, **rest}
    brief = {row["key"]: [row["value"]] for row in facts(told, told.partnership, words)}
    parts = {section.heading: _lines(section) for section in sections(told)}
    return {
        **brief,
        **parts,
        _("What it rests on"): [basis_words(practice)],
        _("Source"): [practice.source],
    }


def _lines(section: Section) -> list[str]:
    rows = [" · ".join(filter(None, row)) for row in section.rows]
    return [*section.tags, *rows, *section.paragraphs]
