"""Fields and widgets that the design system adds to Django's."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _


class HintedRadios(forms.RadioSelect):
    """Radios where a choice may carry a line of explanation: `hints={"2": "in pockets"}`."""

    def __init__(self, *args: Any, hints: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = dict(hints or {})


class HintedCheckboxes(forms.CheckboxSelectMultiple):
    """Checkboxes where a choice may carry a line of explanation."""

    def __init__(self, *args: Any, hints: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = dict(hints or {})


class LongSelect(forms.Select):
    """A list to choose from, written at once: a template for each line makes a long one slow."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = set(self.format_value(value))
        around = f'name="{escape(name)}"{flatatt(self.build_attrs(self.attrs, attrs))}'
        lines = "".join(_line(key, label, chosen) for key, label in self.choices)
        return mark_safe(f"<select {around}>{lines}</select>")  # noqa: S308 - every word was escaped


def _line(key: Any, label: Any, chosen: set[str]) -> str:
    if isinstance(label, list | tuple):
        lines = "".join(_line(one, name, chosen) for one, name in label)
        return f'<optgroup label="{escape(str(key))}">{lines}</optgroup>'
    marked = " selected" if str(key) in chosen else ""
    return f'<option value="{escape(str(key))}"{marked}>{escape(str(label))}</option>'


class DayInput(forms.MultiWidget):
    """Three boxes for day, month and year: quicker and safer to type than a calendar."""

    part_labels = (_("Day"), _("Month"), _("Year"))
    part_widths = (2, 2, 4)
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes = [forms.TextInput(attrs={"inputmode": "numeric"}) for _ in range(3)]
        super().__init__(boxes, attrs)

    def decompress(self, value: date | None) -> list[str]:
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A date typed as day, month and year."""

    widget = DayInput
    default_error_messages = {
        "required": _("Enter a date, such as 4 11 2026"),
        "incomplete": _("Enter the day, the month and the year"),
        "invalid": _("Enter a real date, such as 4 11 2026"),
    }

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.CharField(max_length=4, required=False) for _ in range(3)]
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> date | None:
        if not any(data_list):
            return None
        if not all(data_list):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        try:
            day, month, year = (int(part) for part in data_list)
            return date(year, month, day)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
