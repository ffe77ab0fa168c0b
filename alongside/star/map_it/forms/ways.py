"""Forms about ways of working: tick what is done, then say who takes part."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Service
from alongside.star.map_it.forms.answering import hints, pairs
from alongside.star.map_it.models import PracticeReport
from alongside.star.map_it.queries.answering import Sheet
from alongside.star.map_it.queries.wording import Choice, Wording
from alongside.ui.forms import HintedCheckboxes

LEVELS = [
    ("individual", _("one person at a time")),
    ("group", _("in a group")),
    ("collective", _("everyone in a place")),
]


class WaysForm(forms.Form):
    """Which ways of working are in use in one service: one list of ticks for each Co."""

    def __init__(self, *args: Any, wording: Wording, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for co in wording.cos:
            ways = wording.ways_of(co)
            self.fields[co] = forms.MultipleChoiceField(
                required=False,
                label=wording.co_name(co),
                choices=pairs(ways),
                widget=HintedCheckboxes(hints=hints(ways)),
            )

    @property
    def ticked(self) -> list[str]:
        return [way for co in self.fields for way in self.cleaned_data[co]]


class PracticeForm(forms.Form):
    """About one way of working that is in use: who takes part, and at which level."""

    groups = forms.MultipleChoiceField(
        required=False, label=_("Who takes part?"), widget=forms.CheckboxSelectMultiple
    )
    level = forms.ChoiceField(
        required=False, label=_("How?"), choices=LEVELS, widget=forms.RadioSelect
    )
    what_they_bring = forms.CharField(
        required=False, max_length=200, label=_("What do people bring? For example time or skills")
    )
    evidence_url = forms.URLField(
        required=False,
        label=_("A link that shows it"),
        assume_scheme="https",
        error_messages={"invalid": _("Enter a web address, such as https://example.org/page")},
    )
    wish_to_do_more = forms.BooleanField(
        required=False, label=_("We would like to do more of this")
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        wording: Wording,
        way: Choice,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, prefix=way.key, initial=initial)
        self.way = way
        self.co = wording.co_of_way(way.key)
        self.fields["groups"].choices = pairs(wording.groups)  # type: ignore[attr-defined]


class PracticeForms:
    """The forms about all ways that were ticked in one service, sent together."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, wording: Wording, sheet: Sheet, service: Service
    ) -> None:
        self.forms = [
            PracticeForm(
                data,
                wording=wording,
                way=wording.ways[key],
                initial=details_of(sheet.reports[service.pk, key]),
            )
            for key in wording.ways
            if (service.pk, key) in sheet.reports
        ]

    @cached_property
    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def reports(self) -> dict[str, dict[str, Any]]:
        return {form.way.key: dict(form.cleaned_data) for form in self.forms}


def details_of(report: PracticeReport) -> dict[str, Any]:
    """Return what is known about a way of working that was ticked."""
    return {
        "groups": report.groups,
        "level": report.level,
        "what_they_bring": report.what_they_bring,
        "evidence_url": report.evidence_url,
        "wish_to_do_more": report.wish_to_do_more,
    }
