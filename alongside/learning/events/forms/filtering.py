"""The filters of the public list. All optional; what doesn't fit is passed over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.models import Gathering


class EventFilterForm(forms.Form):
    """Where, what, and whether it is over."""

    place = forms.ChoiceField(label=_("Who invites"), required=False)
    kind = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[
            ("", _("Everything")),
            *((key, str(label).capitalize()) for key, label in Gathering.Kind.choices),
        ],
    )
    time = forms.ChoiceField(
        label=_("When"),
        required=False,
        choices=[("", _("Coming")), ("past", _("Past"))],
    )

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", _("Everybody")), *places]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Return the filters that were understood."""
        self.is_valid()
        return {key: self.cleaned_data.get(key, "") for key in self.fields}

    def spoken(self) -> list[str]:
        """Return what was understood, as people read it."""
        chosen = {key: value for key, value in self.chosen().items() if value}
        return [
            str(dict(self.fields[key].choices)[value])  # type: ignore[attr-defined]
            for key, value in chosen.items()
        ]
