"""What somebody types at the desk, who comes back, or says how it was."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.forms import BookingForm
from alongside.foundation.gatherings.models import Booking, Feedback
from alongside.ui.forms import HintedRadios


class DeskBookingForm(BookingForm):
    """The same, entered for somebody."""

    channel = forms.ChoiceField(
        label=_("How did they ask?"),
        widget=HintedRadios(
            hints={"door": _("They are here now: they count as somebody who came.")}
        ),
        choices=[
            (Booking.Channel.PHONE, _("By telephone")),
            (Booking.Channel.PAPER, _("On paper, or in a talk")),
            (Booking.Channel.DOOR, _("At the door, on the day")),
        ],
        initial=Booking.Channel.PHONE,
    )
    field_order = ("channel",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("name", _("Their name")),
            ("access", _("What do they need to take part?")),
            ("photos_agreed", _("They may be shown in pictures of the day")),
        ):
            self.fields[name].label = label

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("channel") == Booking.Channel.DOOR:
            return dict(self.cleaned_data)
        return super().clean()


class WordsForm(forms.Form):
    """Three words, to say who one is."""

    words = forms.CharField(
        label=_("Your three words"),
        max_length=100,
        help_text=_("They stood on the page when you booked. Capitals don't matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Enter the three words from your booking")},
    )


class FeedbackForm(forms.Form):
    """How it was. Two questions to tick, two to write."""

    worth = forms.ChoiceField(
        label=_("Was it worth your time?"), choices=Feedback.Worth.choices, widget=HintedRadios
    )
    took_part = forms.ChoiceField(
        label=_("Could you take part as you wanted to?"),
        choices=Feedback.TookPart.choices,
        widget=HintedRadios,
    )
    will_do = forms.CharField(
        label=_("What will you do now?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Please leave names out, yours as well."),
    )
    better = forms.CharField(
        label=_("What should be better next time?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
