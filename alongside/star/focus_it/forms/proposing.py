"""Forms of those who propose, and of those who answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.forms import co_choices
from alongside.foundation.places.vocabulary import Words
from alongside.ui.forms import HintedRadios


class ProposalForm(forms.Form):
    """What somebody would like to be done together."""

    title = forms.CharField(
        label=_("What would you like to see?"),
        max_length=160,
        help_text=_("For example: a walking group for people who have had a fall"),
        error_messages={"required": _("Say in a few words what you would like to see.")},
    )
    text = forms.CharField(
        label=_("Tell us more, if you like"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Please leave names out, yours as well."),
    )
    who_gains = forms.CharField(label=_("Who would gain?"), required=False, max_length=300)
    submission_key = forms.UUIDField(widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """What is said to whoever proposed something."""

    answer = forms.CharField(
        label=_("What you tell them"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("They read it with their three words."),
        error_messages={"required": _("Say why: whoever proposed it reads it.")},
    )


class TakeUpForm(AnswerForm):
    """How it stands on the list of what could be tried."""

    title = forms.CharField(label=_("What it is called on the list"), max_length=160)
    co = forms.ChoiceField(label=_("What people do together"), widget=HintedRadios)
    field_order = ("title", "co", "answer")

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["co"].choices = co_choices(words)  # type: ignore[attr-defined]
