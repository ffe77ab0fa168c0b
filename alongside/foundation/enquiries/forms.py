"""What people type: a message to a place, and the note of its answer."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.places.models import Place
from alongside.ui.forms import DayField

LONGEST = 4000


class EnquiryForm(forms.Form):
    """A message to a place. People don't see `homepage`."""

    place = forms.ChoiceField(
        label=_("Whom is it for?"),
        help_text=_("The people of a place, or the national team."),
        error_messages={
            "required": _("Choose whom it is for."),
            "invalid_choice": _("Choose whom it is for."),
        },
    )
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave out what is private about other people."),
        error_messages={"required": _("Write your message.")},
    )
    name = forms.CharField(
        label=_("Your name, if you like"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your email address, if we may answer there"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Enter an email address like name@example.org, or leave it empty.")
        },
    )
    phone = forms.CharField(
        label=_("Your telephone number, if we may ring"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    homepage = forms.CharField(required=False, max_length=200, label=_("Leave this empty"))
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, places: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(place.slug, _in_words(place)) for place in places]
        self.fields["place"].choices = [("", _("Choose")), *named]  # type: ignore[attr-defined]

    @property
    def asked(self) -> list[Any]:
        """The fields that people see."""
        return [self[name] for name in ("place", "text", "name", "email", "phone")]


def _in_words(place: Place) -> str:
    if place.kind == Place.Kind.NATION:
        return str(_("%(nation)s: the national team") % {"nation": place.name})
    return place.name


class AnswerForm(forms.Form):
    """How and when somebody was answered."""

    how = forms.ChoiceField(
        label=_("How was it answered?"),
        choices=Enquiry.How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how it was answered.")},
    )
    on = DayField(
        label=_("On which day?"),
        initial=timezone.localdate,
        error_messages={"required": _("Enter a date, such as 4 11 2026")},
    )

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enquiry = enquiry

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        if day and day < timezone.localdate(self.enquiry.sent_at):
            raise forms.ValidationError(_("The message came after that day."))
        return day
