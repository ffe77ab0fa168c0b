"""Blocks that several pages show: the picture with its table, and the items by field.

Each value is made only where a template comes to it: pages keep most of them (`results.kept_key`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.drawing import MatrixPicture, draw_matrix
from alongside.star.focus_it.queries.compared import overheard, overheard_by_item
from alongside.star.focus_it.queries.picture import by_field, matrix_table
from alongside.star.focus_it.queries.readings import Field, ItemReading
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.sure_words import sureness_of
from alongside.star.focus_it.queries.telling import field_name


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One item: what is special about it, and how often it stays among the first."""

    reading: ItemReading
    remark: str
    stays: str


@dataclass(frozen=True, slots=True)
class FieldList:
    """One field with what lies in it."""

    key: str
    name: str
    lines: list[FieldLine]


def matrix_parts(results: Results, picture: MatrixPicture, words: Words) -> dict[str, Any]:
    """The picture in all its forms, with its table."""
    return {
        "wide": partial(draw_matrix, picture, size="wide", prefix="wide"),
        "hall": partial(draw_matrix, picture, size="hall", prefix="hall"),
        "narrow": partial(draw_matrix, picture, size="narrow", prefix="narrow"),
        "table": partial(matrix_table, results.matrix, results.items, results.criteria, words),
    }


def listed_by_field(
    results: Results, words: Words, release: Release | None = None
) -> list[FieldList]:
    """The items by field, quick wins first; with how sure they are, where that is known."""
    high = overheard_by_item(overheard(results, words), words)
    sure = sureness_of(results, release)
    return [
        FieldList(
            str(field),
            field_name(field, words),
            [
                FieldLine(
                    item,
                    "; ".join(_remarks(item, results, high)),
                    told.stays if sure and (told := sure.of(item.number)) else "",
                )
                for item in items
            ],
        )
        for field, items in by_field(results.items)
    ]


def _remarks(item: ItemReading, results: Results, high: Mapping[int, str]) -> Iterator[str]:
    is_shown = item.field not in {Field.NOBODY, Field.HIDDEN}
    if item.has_new_words:
        yield _("its words have changed since; it is rated anew next time")
    elif is_shown and max(item.since.values()) < results.turn:
        yield _("as rated before")
    if item.number in high:
        yield high[item.number]
