"""The form that describes an initiative: enough to show one thing well."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.initiatives.money import PoundsField
from alongside.foundation.members.groups import TERMS, group_name
from alongside.foundation.places.models import Place, Service, Ward
from alongside.foundation.places.queries import ward_choices
from alongside.foundation.places.vocabulary import Words
from alongside.ui.forms import HintedCheckboxes, HintedRadios

COS = ("commission", "design", "deliver", "assess")
LEVELS = (
    ("", _("not said")),
    ("individual", _("one person at a time")),
    ("group", _("a group")),
    ("collective", _("everyone in a place")),
)


# What can't be told of something that only could be tried.
AFTERWARDS = (
    "people_count", "cost_pence", "cost_note", "what_changed", "quotation", "quoted_who",
    "quotation_agreed", "evidence_url", "is_public",
)  # fmt: skip


def co_choices(words: Words) -> list[tuple[str, str]]:
    """Return the four Co's in the place's own words."""
    return [(co, words[f"{co}_name"]) for co in COS]


class InitiativeForm(forms.Form):
    """What is told about an initiative: enough to show one thing well."""

    title = forms.CharField(label=_("What it is called"), max_length=160)
    # Made with the form, so that a double click adds one (trust 15).
    submission_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    co = forms.ChoiceField(label=_("What people do together"), widget=HintedRadios)
    service = forms.ChoiceField(label=_("Service"), required=False)
    wards = forms.MultipleChoiceField(
        label=_("Where it happens"), required=False, widget=HintedCheckboxes
    )
    approach = forms.ChoiceField(
        label=_("Way of working"),
        required=False,
        help_text=_("With it, cases from elsewhere that fit are shown beside."),
    )
    what_happens = forms.CharField(
        label=_("What happens"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Two or three sentences, as you would tell a neighbour."),
    )
    groups = forms.MultipleChoiceField(
        label=_("Who takes part"), required=False, widget=HintedCheckboxes
    )
    level = forms.ChoiceField(label=_("How"), required=False, choices=LEVELS)
    people_count = forms.IntegerField(
        label=_("How many people take part"), required=False, min_value=0, max_value=10_000_000
    )
    cost_pence = PoundsField(
        label=_("What it costs"), required=False, help_text=_("In pounds, such as £3,200.")
    )
    cost_note = forms.CharField(
        label=_("About the cost"),
        required=False,
        max_length=200,
        help_text=_("Such as: a year, without people's unpaid time."),
    )
    what_changed = forms.CharField(
        label=_("What changed"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is different now, for whom, and how you know."),
    )
    quotation = forms.CharField(
        label=_("In somebody's words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    quoted_who = forms.CharField(
        label=_("Whose words"),
        required=False,
        max_length=120,
        help_text=_("As they want to be named, such as: a neighbour, 74."),
    )
    quotation_agreed = forms.BooleanField(
        label=_("They agreed that everyone may read these words"), required=False
    )
    evidence_url = forms.URLField(
        label=_("Where one can read more"), required=False, assume_scheme="https"
    )
    is_public = forms.BooleanField(
        label=_("Everyone may read this page"),
        required=False,
        help_text=_(
            "What happens and where, who takes part, people, cost, change, quotation and where it stands. "
            "Not who decided, and not why."
        ),
    )

    def __init__(
        self,
        *args: Any,
        words: Words,
        services: Sequence[Service],
        approaches: Sequence[str],
        place: Place,
        wards: Sequence[Ward],
        is_idea: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if is_idea:
            for name in AFTERWARDS:
                del self.fields[name]
        self.services = {service.slug: service for service in services}
        self._choose("co", co_choices(words))
        self._choose("service", [("", _("All or none")), *((s.slug, s.name) for s in services)])
        known = dict.fromkeys([*approaches, self.initial.get("approach") or ""])
        self._choose("approach", [("", _("not said")), *((a, a) for a in known if a)])
        self._offer_wards(place, wards)
        self._choose("groups", [(g, group_name(words, g, starts=True)) for g in TERMS])

    def _offer_wards(self, place: Place, wards: Sequence[Ward]) -> None:
        """Offer those that stand, and those in which it is placed already; nothing without a list."""
        self.listed = {ward.slug: ward for ward in wards}
        if not wards:
            del self.fields["wards"]
            return
        placed = self.initial.get("wards") or ()
        self._choose("wards", ward_choices(wards, but=[self.listed[slug] for slug in placed]))
        hint = _("Leave all empty if it happens everywhere in %(place)s.")
        self.fields["wards"].help_text = hint % {"place": place.name}

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("is_public") and told.get("quotation") and not told.get("quotation_agreed"):
            self.add_error(
                "quotation_agreed",
                _("Ask them first, or take their words out before everyone may read this page."),
            )
        return told

    def described(self) -> dict[str, Any]:
        """Return the clean values as the action takes them."""
        told = {k: v for k, v in self.cleaned_data.items() if k != "submission_key"}
        told["service"] = self.services.get(told["service"])
        if "wards" in told:
            told["wards"] = [self.listed[slug] for slug in told["wards"]]
        return told


def initial_of(initiative: Initiative) -> dict[str, Any]:
    """Return what the form shows of an initiative at first."""
    others = {"submission_key", "service", "wards"}
    initial = {k: getattr(initiative, k) for k in InitiativeForm.base_fields if k not in others}
    initial["service"] = initiative.service.slug if initiative.service else ""
    initial["wards"] = [ward.slug for ward in initiative.wards.all()]
    return initial
