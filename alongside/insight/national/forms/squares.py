"""A row and a column for each partnership of the map."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Place
from alongside.foundation.places.squares import LAST


@dataclass(frozen=True, slots=True)
class SquareLine:
    """The two fields of one partnership."""

    name: str
    row: forms.BoundField
    column: forms.BoundField


class SquaresForm(forms.Form):
    """A row and a column for each partnership, or neither."""

    def __init__(
        self,
        *args: Any,
        partnerships: Iterable[Place],
        suggested: Mapping[str, tuple[int, int]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.partnerships = list(partnerships)
        for one in self.partnerships:
            row, column = one.map_row, one.map_column
            if row is None:
                row, column = suggested.get(one.slug, (None, None))
            self.fields[f"row-{one.slug}"] = _number(_("Row"), row)
            self.fields[f"column-{one.slug}"] = _number(_("Column"), column)

    @property
    def lines(self) -> list[SquareLine]:
        """The fields, by partnership."""
        return [
            SquareLine(one.name, self[f"row-{one.slug}"], self[f"column-{one.slug}"])
            for one in self.partnerships
        ]

    @property
    def squares(self) -> dict[str, tuple[int, int]]:
        """Row and column of those that have a square."""
        return {
            one.slug: (row, column)
            for one in self.partnerships
            if (row := self.cleaned_data.get(f"row-{one.slug}"))
            and (column := self.cleaned_data.get(f"column-{one.slug}"))
        }

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        taken: dict[tuple[int, int], str] = {}
        for one in self.partnerships:
            row, column = typed.get(f"row-{one.slug}"), typed.get(f"column-{one.slug}")
            if (row is None) != (column is None) and not self.errors:
                empty = "row" if row is None else "column"
                self.add_error(
                    f"{empty}-{one.slug}",
                    told("%(name)s: give row and column, or neither.") % {"name": one.name},
                )
            elif (
                row and column and (other := taken.setdefault((row, column), one.name)) != one.name
            ):
                said = {"name": one.name, "other": other}
                words = told("%(name)s: %(other)s stands on this square already.") % said
                self.add_error(f"row-{one.slug}", words)
        return typed


def _number(label: Any, initial: int | None) -> forms.IntegerField:
    wrong = told("Enter a number from 1 to %(last)s.") % {"last": LAST}
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=LAST,
        initial=initial,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )
