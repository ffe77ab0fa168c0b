"""Forms with which an event is prepared."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.gatherings.actions.gatherings import Told
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.models import Place
from alongside.ui.forms import DayField, HintedRadios

MOST = 20_000


def clock_field(label: Any, example: str) -> forms.TimeField:
    """A time of day, typed as 14:30."""
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
        help_text=_("For example %(example)s") % {"example": example},
        error_messages={
            "required": _("Enter a time, such as 14:30"),
            "invalid": _("Enter a time, such as 14:30"),
        },
    )


class EventForm(forms.Form):
    """What it is, when, where, for how many, and whom to ring."""

    title = forms.CharField(label=_("What is it called?"), max_length=140)
    kind = forms.ChoiceField(
        label=_("What kind is it?"),
        choices=[(key, str(label).capitalize()) for key, label in Gathering.Kind.choices],
        widget=HintedRadios,
    )
    what = forms.CharField(
        label=_("What happens there?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What it is for, who it is for, and what people take away. Plain and short."),
    )
    day = DayField(label=_("Day"))
    starts = clock_field(_("Starts at"), "10:00")
    ends = clock_field(_("Ends at"), "16:00")
    last_day = DayField(
        label=_("Last day"), required=False, help_text=_("Only if it goes on over several days.")
    )
    venue = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=300,
        help_text=_("Name and address of the house. Leave it empty for an online meeting."),
    )
    join_link = forms.URLField(
        label=_("Link to join online"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Only those who have a place see it."),
    )
    capacity = forms.IntegerField(
        label=_("How many people can come?"),
        min_value=1,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Whoever books after that stands on the waiting list."),
    )
    audience = forms.ChoiceField(
        label=_("Who may come?"),
        choices=[
            (Gathering.Audience.PUBLIC, _("Everybody")),
            (Gathering.Audience.MEMBERS, _("Members only")),
        ],
        initial=Gathering.Audience.PUBLIC,
        widget=HintedRadios(
            hints={"members": _("Nobody else finds it. A nation's is for all its partnerships.")}
        ),
    )
    contact_name = forms.CharField(label=_("Whom can people ring?"), max_length=80)
    contact_phone = forms.CharField(label=_("Their telephone number"), max_length=30)
    help_by_on = DayField(
        label=_("Ask for help until"),
        required=False,
        help_text=_("The last day on which you can still arrange what is marked “ask us”."),
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(place.timezone)
        for name, label in HELP_LABELS.items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[("", _("Say how it stands")), *Offered.choices],
                error_messages={
                    "required": _("Say how it stands with: %(label)s") % {"label": label}
                },
            )
        self.fields["help_note"] = forms.CharField(
            label=_("More about getting there and taking part"),
            required=False,
            max_length=300,
            help_text=_("For example: step-free, hearing loop, bus 12 stops outside."),
        )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not {"day", "starts", "ends", "last_day"} & set(self.errors):
            self._check_times(said)
        is_clear = not {"venue", "join_link"} & set(self.errors)
        if is_clear and not said["venue"] and not said["join_link"]:
            self.add_error("venue", _("Say where it is, or give the link to join online"))
        return said

    def _check_times(self, said: dict[str, Any]) -> None:
        starts, ends = self._times()
        if ends <= starts:
            self.add_error("ends", _("It has to end after it starts"))
        elif said.get("help_by_on") and said["help_by_on"] > starts.date():
            self.add_error("help_by_on", _("Choose a day before it starts"))

    def _times(self) -> tuple[datetime, datetime]:
        said = self.cleaned_data
        first: date = said["day"]
        last: date = said["last_day"] or first
        return self._at(first, said["starts"]), self._at(last, said["ends"])

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=self.zone)

    def told(self) -> Told:
        """Return the clean values as the actions take them."""
        starts, ends = self._times()
        names = (
            "title", "kind", "what", "venue", "join_link", "capacity", "audience", "contact_name",
            "contact_phone", "help_by_on",
        )  # fmt: skip
        said = {name: self.cleaned_data[name] for name in names}
        return Told(starts_at=starts, ends_at=ends, **said)

    def help_offered(self) -> dict[str, str]:
        """Return how each form of help stands, and what else there is to know."""
        offered = {name: self.cleaned_data[name] for name in Activity.HELP_FIELDS}
        return {**offered, "note": self.cleaned_data["help_note"]}


def shown_in_form(gathering: Gathering) -> dict[str, Any]:
    """What stands in the form when an event is changed."""
    starts = gathering.starts_at.astimezone(gathering.zone)
    ends = gathering.ends_at.astimezone(gathering.zone)
    same = (
        "title", "kind", "what", "venue", "join_link", "capacity", "audience", "contact_name",
        "contact_phone", "help_by_on",
    )  # fmt: skip
    return {
        **{name: getattr(gathering, name) for name in same},
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "last_day": ends.date() if ends.date() != starts.date() else None,
        **{name: getattr(gathering.activity, name) for name in Activity.HELP_FIELDS},
        "help_note": gathering.activity.help_note,
    }
