"""Rows of tables: written in Python, and shown as a template would show them."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from alongside.ui.components.rows import Columns, rows_html, shown
from alongside.ui.gallery import HOSTILE


@pytest.mark.parametrize(
    "value",
    [
        "plain", HOSTILE, mark_safe("<b>safe</b>"), gettext_lazy("Sure."), 0, 1234567, -2.5, None,
        True, date(2026, 11, 4), datetime(2026, 7, 1, 12, 30, tzinfo=UTC), ["a", "<b>"],
    ],
)  # fmt: skip
def test_a_value_is_shown_as_a_template_shows_it(value: object) -> None:
    template = engines["django"].from_string("{{ value }}")
    assert shown(value) == template.render({"value": value})


def test_the_first_cell_heads_its_row_unless_the_table_says_otherwise() -> None:
    assert rows_html([["Care", 1]], Columns(numeric=[1])) == (
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">Care</th>'
        '<td class="govuk-table__cell govuk-table__cell--numeric">1</td></tr>'
    )
    assert "<th" not in rows_html([["Care", 1]], Columns(first_is_header=False))


def test_a_cell_may_say_for_itself_what_it_is() -> None:
    html = rows_html(
        [[{"text": "Care", "header": False}, {"text": "Sum", "header": True, "numeric": True}]],
        Columns(),
    )
    assert '<td class="govuk-table__cell">Care</td>' in html
    assert '<th scope="row" class="govuk-table__header govuk-table__header--numeric">Sum' in html


def test_a_link_carries_what_only_readers_hear() -> None:
    html = rows_html([["x", {"text": "Add", "url": "/?a=1&b=2", "hidden": "<care>"}]], Columns())
    assert (
        '<a class="govuk-link" href="/?a=1&amp;b=2">Add'
        '<span class="govuk-visually-hidden"> &lt;care&gt;</span></a>' in html
    )


def test_cells_carry_the_names_of_their_columns_as_far_as_there_are_names() -> None:
    html = rows_html([["a", "b", "c", "d"]], Columns(names=["One", 'Two "2"', ""]))
    assert 'data-label="Two &quot;2&quot;">b<' in html
    assert html.count("data-label") == 1


def test_no_rows_are_nothing() -> None:
    assert not rows_html([], Columns())
