"""Forms with which a facilitator prepares a matrix: what people are told, what is asked."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.helping import HelpForm, help_initial
from alongside.foundation.places.models import Place
from alongside.star.focus_it.models import Matrix
from alongside.ui.forms import DayField, HintedRadios

MINIMUMS = (
    ("5", _("Five people: the usual rule")),
    ("3", _("Three people: for judgements of staff that touch nobody's private life")),
    ("1", _("Anybody: everyone here has agreed to be seen")),
)


class MatrixForm(HelpForm):
    """What people are told, and how they take part."""

    title = forms.CharField(
        label=_("What is it about?"),
        max_length=140,
        help_text=_("For example: What comes first this winter?"),
    )
    who_decides = forms.CharField(
        label=_("Who decides in the end, and by when?"),
        max_length=200,
        help_text=_("For example: the programme board, on 3 December. People read this first."),
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
    minimum = forms.ChoiceField(
        label=_("From how many people on are ratings shown?"),
        choices=MINIMUMS,
        initial="5",
        widget=HintedRadios,
        help_text=_("This is told to people before they rate, and stays as it is."),
    )
    by_link = forms.BooleanField(
        label=_("People can also rate by link, without being in the room"), required=False
    )
    last_day = DayField(
        label=_("Last day for ratings by link"),
        required=False,
        help_text=_("Leave it empty if you reveal in a room."),
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come"))
        return day

    def told(self) -> dict[str, Any]:
        """Return the clean values as the actions take them."""
        said = self.cleaned_data
        names = ("title", "who_decides", "what_can_change", "what_cannot_change", "by_link")
        return {
            **{name: said[name] for name in names},
            "minimum": int(said["minimum"]),
            "answers_until": self._end_of(said["last_day"]),
        }

    def _end_of(self, day: date | None) -> datetime | None:
        if day is None:
            return None
        return datetime.combine(day, time(23, 59), tzinfo=ZoneInfo(self.place.timezone))


def initial_of(matrix: Matrix) -> dict[str, Any]:
    """Return what the form shows of a matrix that was prepared."""
    activity, until = matrix.activity, matrix.room.answers_until
    told = ("who_decides", "what_can_change", "what_cannot_change")
    return {
        **help_initial(activity),
        **{name: getattr(activity, name) for name in told},
        "title": matrix.title,
        "minimum": str(matrix.minimum),
        "by_link": matrix.by_link,
        "last_day": timezone.localtime(until).date() if until else None,
    }


class CriterionForm(forms.Form):
    """One more question about every item, with words for each step."""

    name = forms.CharField(label=_("Name"), max_length=60, help_text=_("One or two words."))
    question = forms.CharField(label=_("The question"), max_length=200)
    less_is_better = forms.BooleanField(label=_("Less is better, as with effort"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in range(1, 6):
            self.fields[f"anchor_{step}"] = forms.CharField(
                label=_("What %(step)s means") % {"step": step}, max_length=80
            )

    def anchors(self) -> list[str]:
        """Return the words of the five steps."""
        return [self.cleaned_data[f"anchor_{step}"] for step in range(1, 6)]


class WeightsForm(forms.Form):
    """How much each question counts; empty where nobody has said so."""

    def __init__(self, *args: Any, criteria: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for criterion in criteria:
            self.fields[criterion.key] = forms.IntegerField(
                label=criterion.name,
                min_value=0,
                max_value=100,
                required=False,
                initial=criterion.weight,
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        given = [weight for weight in said.values() if weight is not None]
        if given and not any(given) and len(given) == len(said):
            raise forms.ValidationError(
                _("Let at least one question count. Leave all empty if nobody has decided.")
            )
        return said
