"""Forms about a case: begin it, say whom to ask, give a reason."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.learning.case_studies.actions.writing import LONGEST_DAYS
from alongside.ui.forms import DayField, HintedRadios

A_YEAR = timedelta(days=365)


class StartForm(forms.Form):
    """From which activity a case begins, or from none."""

    activity = forms.ChoiceField(
        label=_("Which activity is it about?"),
        required=False,
        widget=HintedRadios,
        help_text=_("What you have said of it already comes along. You can change all of it."),
    )
    title = forms.CharField(label=_("What the case is called"), required=False, max_length=160)
    submission_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, activities: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("submission_key", uuid4())
        super().__init__(*args, **kwargs)
        none = ("", _("None of these"))
        self.fields["activity"].choices = [*activities, none]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("activity") and not told.get("title"):
            self.add_error("title", _("Choose an activity, or say what the case is called"))
        return told


class ContactForm(forms.Form):
    """Somebody to ask, until a day."""

    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.CharField(label=_("Role and organisation"), max_length=160, required=False)
    email = forms.EmailField(label=_("Email"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    expires_on = DayField(
        label=_("Until when readers see it"),
        help_text=_("A year is usual. We write to you a month before, and hide it after that day."),
    )
    agreed = forms.BooleanField(label=_("They agreed to be asked by whoever reads the case"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        in_a_year = timezone.localdate() + A_YEAR
        kwargs["initial"] = {"expires_on": in_a_year, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def clean_expires_on(self) -> Any:
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if not today <= day <= today + timedelta(days=LONGEST_DAYS):
            raise forms.ValidationError(_("Choose a day in the next two years"))
        return day

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("email") and not told.get("phone"):
            self.add_error("email", _("Enter an email address or a telephone number"))
        return told

    def told(self) -> dict[str, Any]:
        """Return the clean values as the action takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "agreed"}


class ReasonForm(forms.Form):
    """Why: read by whoever wrote the case."""

    reason = forms.CharField(
        label=_("Say why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever wrote it reads these words."),
    )
