"""The pages on which a case study is written, one form each; fields are those of `models.PAGES`."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.forms import co_choices
from alongside.foundation.initiatives.money import PoundsField
from alongside.foundation.members.groups import TERMS, group_name
from alongside.foundation.places.vocabulary import Words
from alongside.learning.case_studies.forms.indicators import IndicatorsField
from alongside.learning.case_studies.models import (
    Evidence,
    Outcome,
    Permission,
    Scale,
)
from alongside.ui.forms import DayField, HintedCheckboxes, HintedRadios

LONG = 6000


def prose(label: Any, help_text: Any = "", *, rows: int = 5) -> forms.CharField:
    """A field for some paragraphs."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class AboutForm(forms.Form):
    """What it is, where, and who takes part."""

    heading = _("What it is")
    title = forms.CharField(label=_("What the case is called"), max_length=160)
    co = forms.ChoiceField(label=_("What people do together"), widget=HintedRadios)
    also_cos = forms.MultipleChoiceField(
        label=_("What else they do together"), required=False, widget=HintedCheckboxes
    )
    approach = forms.ChoiceField(label=_("Way of working"), required=False)
    also_approaches = forms.MultipleChoiceField(
        label=_("Other ways of working in it"), required=False, widget=HintedCheckboxes
    )
    service_area = forms.ChoiceField(
        label=_("Service"),
        required=False,
        help_text=_("The case is suggested for services like it."),
    )
    where_in = forms.CharField(
        label=_("Where"),
        required=False,
        max_length=120,
        help_text=_("A town, a ward; leave it empty if it is everywhere."),
    )
    groups = forms.MultipleChoiceField(
        label=_("Who takes part"), required=False, widget=HintedCheckboxes
    )
    people_count = forms.IntegerField(
        label=_("How many people take part"), required=False, min_value=0, max_value=10_000_000
    )
    scale = forms.ChoiceField(
        label=_("How far it reaches"), required=False, choices=[("", _("not said")), *Scale.choices]
    )

    def offer(self, *, words: Words, approaches: Sequence[str], areas: Sequence[str]) -> None:
        """Say what there is to choose from, and keep what was chosen earlier."""
        cos = co_choices(words)
        ways = _with(approaches, [self.initial.get("approach"), *self.initial["also_approaches"]])
        known = _with(areas, [self.initial.get("service_area")])
        self._choose("co", cos)
        self._choose("also_cos", cos)
        self._choose("approach", [("", _("not said")), *((way, way) for way in ways)])
        self._choose("also_approaches", [(way, way) for way in ways])
        self._choose("service_area", [("", _("not said")), *((area, area) for area in known)])
        self._choose("groups", [(g, group_name(words, g, starts=True)) for g in TERMS])

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is told first isn't told a second time."""
        told = super().clean() or {}
        for one, others in (("co", "also_cos"), ("approach", "also_approaches")):
            told[others] = [key for key in told.get(others, []) if key != told.get(one)]
        return told


def _with(known: Sequence[str], chosen: Sequence[str | None]) -> list[str]:
    return sorted({one for one in [*known, *chosen] if one}, key=str.casefold)


class StoryForm(forms.Form):
    """How it began, and who carried it."""

    heading = _("How it came about")
    introduction = prose(
        _("Introduction"),
        _("What it is, for whom, and what came of it. The first paragraph stands in the list."),
    )
    objectives = prose(_("What you wanted to achieve"))
    leadership = prose(
        _("Who led, and how people were brought along"),
        _("Who said yes, who had doubts, what staff and residents had to do differently."),
    )


class ChangeForm(forms.Form):
    """What changed, and how one knows."""

    heading = _("What changed")
    outcomes = prose(_("What is different now, and for whom"))
    outcome_kinds = forms.MultipleChoiceField(
        label=_("What kind of change"),
        required=False,
        choices=Outcome.choices,
        widget=HintedCheckboxes,
    )
    indicators = IndicatorsField(label=_("Figures"), required=False)
    evidence = forms.ChoiceField(
        label=_("How do you know?"),
        required=False,
        choices=Evidence.choices,
        widget=HintedRadios,
        help_text=_("Choose the best there is. What people say is worth telling, as what it is."),
    )
    evidence_note = forms.CharField(
        label=_("More about how you know"), required=False, max_length=300
    )


class MoneyForm(forms.Form):
    """Costs and savings."""

    heading = _("Costs and savings")
    cost_pence = PoundsField(label=_("What it costs"), required=False)
    cost_note = forms.CharField(
        label=_("About the cost"),
        required=False,
        max_length=300,
        help_text=_("A year or once, whose money, and what isn't in it."),
    )
    saving_pence = PoundsField(label=_("What it saves"), required=False)
    saving_note = forms.CharField(
        label=_("About the saving"),
        required=False,
        max_length=300,
        help_text=_("Who saves, since when, and how it was worked out."),
    )


class LearningForm(forms.Form):
    """What others can learn, also from what went wrong."""

    heading = _("What you learned")
    learning = prose(_("What others should know before they try it"))
    did_not_work = prose(
        _("What did not work"), _("This helps others most. Say it plainly; nobody is blamed.")
    )
    further = prose(
        _("Where one can read more"), _("Reports, films, addresses on the web."), rows=3
    )


class PeopleForm(forms.Form):
    """Who wrote it, and whether the people in it agreed."""

    heading = _("Who stands behind it")
    author_name = forms.CharField(
        label=_("Who wrote it"),
        required=False,
        max_length=120,
        help_text=_("Everybody reads this."),
    )
    written_on = DayField(label=_("When it was written"), required=False)
    permission = forms.ChoiceField(
        label=_("The people in it"),
        required=False,
        choices=Permission.choices,
        widget=HintedRadios,
        help_text=_("Ask them with the text in hand, before you send it."),
    )
