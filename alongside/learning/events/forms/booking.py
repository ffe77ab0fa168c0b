"""What somebody types who books, comes back, or says how it was."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.actions.booking import Wish
from alongside.foundation.gatherings.models import Booking, Feedback
from alongside.foundation.members.mail import one_line
from alongside.ui.forms import HintedRadios


class BookingForm(forms.Form):
    """A name, one way to reach them, and what they need. Nothing else is asked."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("As you like to be called."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )
    email = forms.EmailField(
        label=_("Email address"),
        required=False,
        help_text=_("For your confirmation, and if something changes. Or leave a number below."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": _("Enter an email address like name@example.org")},
    )
    phone = forms.CharField(
        label=_("Telephone number"),
        required=False,
        max_length=30,
        help_text=_("We ring you if something changes."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    access = forms.CharField(
        label=_("What do you need to take part?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "For example: a place for my wheelchair, an interpreter, a quiet room, my helper comes "
            "too. Deleted 30 days afterwards."
        ),
    )
    diet = forms.CharField(
        label=_("What should we know about food?"),
        required=False,
        max_length=300,
        help_text=_("For example: vegan, no nuts. Deleted 30 days afterwards."),
    )
    photos_agreed = forms.BooleanField(
        label=_("You may show me in pictures of the day"),
        required=False,
        help_text=_("Leave it empty, and we make sure that you are in none."),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "email" not in self.errors and not said.get("email") and not said.get("phone"):
            self.add_error(
                "email", _("Enter an email address or a telephone number, so that we reach you")
            )
        return said

    def wish(self) -> Wish:
        """Return what was said as the action takes it."""
        said = self.cleaned_data
        return Wish(
            name=said["name"],
            email=said["email"],
            phone=one_line(said["phone"]),
            access=said["access"].strip(),
            diet=said["diet"].strip(),
            photos_agreed=said["photos_agreed"],
        )


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
