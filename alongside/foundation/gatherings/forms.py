"""What somebody types who books."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.actions.booking import Wish
from alongside.foundation.members.mail import one_line


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
