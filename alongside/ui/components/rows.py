"""The rows of a table as HTML. Written here and not in a template: a page may have hundreds of cells.

A cell is a value, or a mapping with text, url, hidden, co, numeric, header.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from django.utils.formats import localize
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table says of its columns: those with numbers, and the names that cells carry."""

    numeric: Collection[int] = ()
    names: Sequence[str] = ()
    first_is_header: bool = True


def rows_html(rows: Iterable[Iterable[Any]], columns: Columns) -> SafeString:
    """Every row, its words escaped."""
    written = (f'<tr class="govuk-table__row">{"".join(_cells(row, columns))}</tr>' for row in rows)
    return mark_safe("".join(written))  # noqa: S308 - `shown` escapes every value


def _cells(row: Iterable[Any], columns: Columns) -> Iterable[str]:
    for at, cell in enumerate(row):
        given: Mapping[str, Any] = cell if isinstance(cell, Mapping) else {"text": cell}
        numeric = given.get("numeric", at in columns.numeric)
        if given.get("header", columns.first_is_header and at == 0):
            more = " govuk-table__header--numeric" if numeric else ""
            yield f'<th scope="row" class="govuk-table__header{more}">{_content(given)}</th>'
        else:
            more = " govuk-table__cell--numeric" if numeric else ""
            name = columns.names[at] if at < len(columns.names) else ""
            label = f' data-label="{shown(name)}"' if name else ""
            yield f'<td class="govuk-table__cell{more}"{label}>{_content(given)}</td>'


def _content(cell: Mapping[str, Any]) -> str:
    text = shown(cell.get("text", ""))
    if co := cell.get("co"):
        return f'<strong class="al-tag al-co-{shown(co)}">{text}</strong>'
    if url := cell.get("url"):
        hidden = cell.get("hidden")
        more = f'<span class="govuk-visually-hidden"> {shown(hidden)}</span>' if hidden else ""
        return f'<a class="govuk-link" href="{shown(url)}">{text}{more}</a>'
    return text


def shown(value: Any) -> str:
    """A value as a template would show it: in the reader's format, escaped unless it is safe."""
    if hasattr(value, "__html__"):
        return str(value.__html__())
    if isinstance(value, datetime) and is_aware(value):
        value = localtime(value)
    return escape(value if isinstance(value, str) else str(localize(value)))
