"""Small forms of the desk: a part of the day, why it is called off, what is left."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.models import Gathering
from alongside.learning.events.forms.preparing import clock_field
from alongside.ui.forms import DayField


class AgendaForm(forms.Form):
    """One part of the day."""

    day = DayField(label=_("Day"), required=False, help_text=_("Empty: the first day."))
    clock = clock_field(_("At"), "10:15")
    title = forms.CharField(label=_("What"), max_length=160)
    speaker = forms.CharField(label=_("Who"), required=False, max_length=160)
    room = forms.CharField(label=_("Room"), required=False, max_length=80)

    def starts_at(self, gathering: Gathering) -> datetime:
        """Return when it starts, in the time of the place."""
        day = self.cleaned_data["day"] or gathering.starts_at.astimezone(gathering.zone).date()
        return datetime.combine(day, self.cleaned_data["clock"], tzinfo=gathering.zone)


class CancelForm(forms.Form):
    """Why it is called off."""

    why = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=300,
        help_text=_("Everybody who booked reads it."),
    )


class AfterForm(forms.Form):
    """What came of it."""

    what_came = forms.CharField(
        label=_("What came of it?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody reads it on the event's page: what we did together, and what next."),
    )


class MaterialForm(forms.Form):
    """Something to read or watch."""

    title = forms.CharField(label=_("What it is"), max_length=160)
    link = forms.URLField(
        label=_("Its address"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Begins with https://"),
    )

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"]
        if not link.startswith("https://"):
            raise forms.ValidationError(_("Give an address that begins with https://"))
        return link
