"""Input of whoever holds a room."""

from django import forms
from django.utils.translation import gettext_lazy as _


class HeadsForm(forms.Form):
    """How many people are in the room."""

    heads = forms.IntegerField(
        label=_("Heads in the room"),
        min_value=0,
        max_value=100_000,
        required=False,
        help_text=_("Count everybody, with or without a phone. Leave it empty to take it back."),
    )
