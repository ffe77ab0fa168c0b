"""Forms of those who ask: the file of questions, what people are told, and the last day."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.helping import HelpForm, help_initial
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.ui.forms import DayField

MINIMUMS = (
    ("5", _("Five people: the usual rule")),
    ("10", _("Ten people: where a question touches somebody's private life")),
)


class FileForm(forms.Form):
    """The spreadsheet with the questions."""

    file = forms.FileField(
        label=_("The spreadsheet with the questions"),
        help_text=_(
            "An XLSForm (.xlsx), as ODK and KoboToolbox use it, or one that you took from here."
        ),
    )


class ToldForm(HelpForm):
    """What people are told before they answer, and until when they can."""

    title = forms.CharField(label=_("What is it called?"), max_length=140)
    purpose = forms.CharField(
        label=_("What do you want to do with the answers?"),
        max_length=300,
        help_text=_("One sentence. People read it first."),
    )
    who_decides = forms.CharField(
        label=_("Who decides what comes of it, and by when?"),
        max_length=200,
        help_text=_("For example: the programme board, on 3 December."),
    )
    what_can_change = forms.CharField(
        label=_("What can change because of this?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only promise what you will keep."),
    )
    what_cannot_change = forms.CharField(
        label=_("What can't change?"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    last_day = DayField(label=_("Last day for answers"))
    minimum = forms.ChoiceField(
        label=_("From how many people on are answers shown?"),
        choices=MINIMUMS,
        initial="5",
        widget=forms.RadioSelect,
        help_text=_("This is told to people before they answer, and stays as it is."),
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come"))
        return day

    def told(self) -> dict[str, Any]:
        """Return the clean values as the action takes them."""
        said = self.cleaned_data
        names = ("title", "purpose", "who_decides", "what_can_change", "what_cannot_change")
        zone = ZoneInfo(self.place.timezone)
        return {
            **{name: said[name] for name in names},
            "minimum": int(said["minimum"]),
            "closes_at": datetime.combine(said["last_day"], time(23, 59), tzinfo=zone),
            "help_offered": self.help_offered(),
        }


def told_initial(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return what the form shows of a questionnaire that was prepared."""
    activity, closes = questionnaire.activity, questionnaire.closes_at
    names = ("purpose", "who_decides", "what_can_change", "what_cannot_change")
    helped = help_initial(activity) if activity.help_is_answered else {}
    return {
        **helped,
        **{name: getattr(activity, name) for name in names},
        "title": questionnaire.title,
        "minimum": str(questionnaire.minimum),
        "last_day": timezone.localtime(closes).date() if closes else None,
    }
