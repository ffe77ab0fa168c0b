"""Forms of the list: what people read of an item, and a new idea."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.forms import co_choices
from alongside.foundation.initiatives.money import PoundsField
from alongside.foundation.places.vocabulary import Words
from alongside.ui.forms import HintedRadios


class ItemForm(forms.Form):
    """What people read of an item while they rate it, and what it would take."""

    title = forms.CharField(label=_("What it is"), max_length=160)
    text = forms.CharField(
        label=_("In two or three sentences"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    who_gains = forms.CharField(label=_("Who gains?"), required=False, max_length=300)
    who_loses = forms.CharField(
        label=_("Who loses, or has to change?"), required=False, max_length=300
    )
    cost_pence = PoundsField(
        label=_("What it would cost"),
        required=False,
        help_text=_("In pounds, such as £1,500. Used when you choose under a limit of money."),
    )
    staff_days = forms.IntegerField(
        label=_("Days of work by staff"), required=False, min_value=0, max_value=100_000
    )


class IdeaForm(ItemForm):
    """A new idea: it goes on the list of what could be tried, and on this matrix."""

    co = forms.ChoiceField(label=_("What people do together"), widget=HintedRadios)
    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("title", "co", "text")

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["co"].choices = co_choices(words)  # type: ignore[attr-defined]
