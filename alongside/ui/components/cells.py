"""Cells of tables that templates write themselves: each learns the name of its column.

On a phone a broad table stands as a list, one row below another; there the name of the column
stands before its value (`data-label`, shown by the style sheet).
"""

import re

from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe

_HEAD = re.compile(r"<thead.*?</thead>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_SPAN = re.compile(r'colspan="(\d+)"')


def column_names(body: str) -> list[str]:
    """The words of the head, column by column, without markup."""
    head = _HEAD.search(body)
    names: list[str] = []
    for attributes, text in _CELL.findall(head[0]) if head else ():
        names += [" ".join(strip_tags(text).split())] * _width(attributes)
    return names


def with_names(body: str, names: list[str]) -> SafeString:
    """The same rows; each cell below the head carries the name of its column."""
    head = _HEAD.search(body)
    start = head.end() if head else 0
    rows = _ROW.sub(lambda row: _named(row[0], names), body[start:])
    return mark_safe(body[:start] + rows)  # noqa: S308  the template's own words, escaped before


def _named(row: str, names: list[str]) -> str:
    at = 0

    def cell(found: re.Match[str]) -> str:
        nonlocal at
        name = names[at] if at < len(names) else ""
        at += (width := _width(found[1]))
        if not name or width > 1 or "data-label" in found[1]:
            return found[0]
        # The name was escaped where it stood, and strip_tags left that as it was.
        return found[0].replace("<td", f'<td data-label="{_once(name)}"', 1)

    return _CELL.sub(cell, row)


def _once(name: str) -> str:
    """Fit for an attribute, without escaping a second time."""
    return escape(name).replace("&amp;", "&")


def _width(attributes: str) -> int:
    found = _SPAN.search(attributes)
    return int(found[1]) if found else 1
