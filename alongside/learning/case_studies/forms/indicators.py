"""A few rows of figures: what was counted, before, after, and how one knows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.learning.case_studies.words import COLUMN_NAMES, COLUMNS

ROWS = 4
LONGEST = 120


class IndicatorsInput(forms.Widget):
    """One box for each cell; a template shows them as a table."""

    template_name = "case_studies/widgets/indicators.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        return [
            {column: data.get(f"{name}_{row}_{column}", "") for column in COLUMNS}
            for row in range(ROWS)
        ]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        told = [*(value or []), *({} for _row in range(ROWS))][:ROWS]
        context["names"] = COLUMN_NAMES
        context["rows"] = [
            {
                "number": at + 1,
                "cells": [
                    {
                        "name": f"{name}_{at}_{column}",
                        "label": label,
                        "value": row.get(column, ""),
                        "longest": LONGEST,
                    }
                    for column, label in zip(COLUMNS, COLUMN_NAMES, strict=True)
                ],
            }
            for at, row in enumerate(told)
        ]
        return context

    def id_for_label(self, id_: str | None) -> str:
        return ""


class IndicatorsField(forms.Field):
    """Rows with at least a name; empty ones are passed over."""

    widget = IndicatorsInput
    default_error_messages = {
        "what": _("Say what was counted, in each row that has a figure"),
        "long": _("Use at most 120 letters in each box"),
    }

    def to_python(self, value: Any) -> list[dict[str, str]]:
        rows = [{k: str(v).strip() for k, v in row.items()} for row in value or []]
        return [row for row in rows if any(row.values())]

    def validate(self, value: Any) -> None:
        super().validate(value)
        if any(not row["what"] for row in value):
            raise forms.ValidationError(self.error_messages["what"], code="what")
        if any(len(cell) > LONGEST for row in value for cell in row.values()):
            raise forms.ValidationError(self.error_messages["long"], code="long")
