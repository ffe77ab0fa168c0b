"""What a lead types to have somebody erased: enough that it never happens by a slip."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class EraseMemberForm(forms.Form):
    """The name, typed again."""

    name = forms.CharField(
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type the name to confirm")},
    )

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected
        label = _("Type “%(name)s” to confirm")
        self.fields["name"].label = label % {"name": expected}

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        if _folded(typed) != _folded(self.expected):
            raise ValidationError(_("This isn't the name above. Nothing was erased."))
        return str(typed)


class EraseGuestForm(forms.Form):
    """The three words of a guest, and that it is meant."""

    words = forms.CharField(
        label=_("Their three words"),
        help_text=_("They were given them when they stopped or sent their answers."),
        max_length=100,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Type the three words")},
    )
    sure = forms.BooleanField(
        label=_("They asked for it, and know that it can't be undone"),
        error_messages={"required": _("Tick the box if they asked for it")},
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
