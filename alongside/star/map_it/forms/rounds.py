"""Forms with which a lead prepares and runs a map."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.vocabulary import Words
from alongside.star.map_it.models import Round
from alongside.ui.forms import DayField, HintedRadios

FOUR_WEEKS = timedelta(weeks=4)


def end_of_day(day: date, place: Place) -> datetime:
    """Return the last minute of a day where the place is."""
    return datetime.combine(day, time(23, 59), tzinfo=ZoneInfo(place.timezone))


class ClosingDayForm(forms.Form):
    """A new day on which a map closes."""

    closes_on = DayField(label=_("Last day for answers"))

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_closes_on(self) -> date:
        day: date = self.cleaned_data["closes_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come"))
        return day

    def closes_at(self) -> datetime:
        """The instant after which answers are late."""
        return end_of_day(self.cleaned_data["closes_on"], self.place)


class MoreTimeForm(ClosingDayForm):
    """A later last day, and why."""

    because = forms.CharField(
        label=_("Why do people get more time?"),
        max_length=200,
        help_text=_("Those who answer can read this. For example: the school holidays"),
    )


class MendForm(forms.Form):
    """What may be mended as long as a map is open: how many are asked, and what help there is."""

    help_note = forms.CharField(
        label=_("How to ask for help, and by when"), required=False, max_length=300
    )

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask_how_many(words)
        for name, label in HELP_LABELS.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[("", _("Choose")), *Offered.choices]
            )

    def _ask_how_many(self, words: Words) -> None:
        for group in Group.values:
            self.fields[f"asked_{group}"] = forms.IntegerField(
                label=group_name(words, group, starts=True),
                min_value=0,
                max_value=1_000_000,
                required=False,
            )
        self.fields["everyone"] = forms.MultipleChoiceField(
            label=_("Do you ask everybody of a group?"),
            help_text=_("Tick a group if there is nobody in it that you don't ask."),
            choices=[(group, group_name(words, group)) for group in Group.values],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def asked(self) -> dict[str, tuple[int, bool]]:
        """For each group, how many are asked, and whether that is everyone."""
        return {
            group: (
                self.cleaned_data.get(f"asked_{group}") or 0,
                group in self.cleaned_data["everyone"],
            )
            for group in Group.values
        }

    def help_offered(self) -> dict[str, str]:
        """How each form of help stands."""
        return {name: self.cleaned_data[name] for name in Activity.HELP_FIELDS}


class RoundForm(MendForm, ClosingDayForm):
    """Everything a map needs before it opens, with a default for all of it."""

    title = forms.CharField(label=_("Title"), max_length=140)
    services = forms.MultipleChoiceField(
        label=_("Which services do you ask about?"), widget=forms.CheckboxSelectMultiple
    )
    mode = forms.ChoiceField(
        label=_("Who reads the answers?"),
        choices=Round.Mode.choices,
        initial=Round.Mode.CONFIDENTIAL,
        widget=HintedRadios,
        help_text=_("This can't be changed once it is open for answers."),
    )
    what_can_change = forms.CharField(
        label=_("What can change because of this?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        help_text=_("Only promise what you will keep. People read this before they answer."),
    )
    who_decides = forms.CharField(
        label=_("Who decides, and by when?"),
        max_length=200,
        help_text=_("For example: the programme board, in March"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [  # type: ignore[attr-defined]
            (service.slug, service.name)
            for service in Service.objects.in_place(self.place).filter(ended_on__isnull=True)
        ]
        self.fields["closes_on"].initial = timezone.localdate() + FOUR_WEEKS


def mended(round_: Round) -> dict[str, Any]:
    """Return what a `MendForm` of this map begins with."""
    asked = {f"asked_{one.group}": one.people_count for one in round_.asked.all()}
    everyone = [one.group for one in round_.asked.all() if one.is_everyone]
    help_ = {name: getattr(round_.activity, name) for name in Activity.HELP_FIELDS}
    return {**asked, "everyone": everyone, **help_, "help_note": round_.activity.help_note}


def prepared(round_: Round) -> dict[str, Any]:
    """Return what a `RoundForm` of this map begins with."""
    closes_on = round_.closes_at.astimezone(ZoneInfo(round_.place.timezone)).date()
    services = Service.objects.in_place(round_.place).filter(
        pk__in=round_.round_services.values("service")
    )
    return {
        **mended(round_),
        "title": round_.title,
        "services": list(services.values_list("slug", flat=True)),
        "closes_on": closes_on,
        "mode": round_.mode,
        "what_can_change": round_.activity.what_can_change,
        "who_decides": round_.activity.who_decides,
    }
