"""The form that gives a verdict, with what that verdict needs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.money import PoundsField
from alongside.ui.forms import DayField


class DecisionForm(forms.Form):
    """One verdict with what it needs; the others' fields are left out."""

    question = forms.CharField(
        label=_("What do you want to find out?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One question that the trial will answer."),
    )
    stops_on = DayField(
        label=_("On which day does it stop?"),
        help_text=_("Then you decide: it carries on, or it stops and you say what you learned."),
    )
    budget_pence = PoundsField(
        label=_("Money for it"), required=False, help_text=_("In pounds, such as £1,500.")
    )
    reason = forms.CharField(
        label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = DayField(
        label=_("When was it decided?"),
        required=False,
        help_text=_("Leave it empty if it was today."),
    )
    review_on = DayField(label=_("When will you look again?"), required=False)
    decided_by = forms.CharField(
        label=_("Who decided"),
        required=False,
        max_length=200,
        help_text=_("Names, or the meeting."),
    )
    dissent = forms.CharField(
        label=_("Who saw it differently, and why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stage: Stage, needs: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stage is not Stage.TRYING:
            for name in ("question", "stops_on", "budget_pence"):
                del self.fields[name]
        if stage is Stage.STOPPED:
            del self.fields["review_on"]
        self.fields["reason"].required = "reason" in needs
        if stage is Stage.STOPPED:
            self.fields["reason"].label = _("What did you learn?")

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("A decision can't be dated in the future."))
        return day

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day is not None and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day in the future."))
        return day

    def clean_stops_on(self) -> Any:
        day = self.cleaned_data["stops_on"]
        if day is not None and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day in the future."))
        return day
