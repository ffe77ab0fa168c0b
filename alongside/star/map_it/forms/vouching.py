"""The form with which somebody confirms to which group a guest belongs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.groups import group_name
from alongside.foundation.places.vocabulary import Words
from alongside.star.map_it.actions.vouching import AT_WORK


class ConfirmForm(forms.Form):
    """A guest's code, and the group they belong to."""

    code = forms.CharField(
        label=_("Their code"),
        max_length=40,
        help_text=_("It stands on the page they see after sending. For example: 7k3m-q9tx"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    group = forms.ChoiceField(
        label=_("Which group do they belong to, as you know them?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            (group, group_name(words, group, starts=True)) for group in AT_WORK
        ]
