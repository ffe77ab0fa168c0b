"""Forms of people who answer: who they are to a service, the four questions, a free word."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Service
from alongside.star.map_it.queries.answering import MOST_SERVICES_OF_A_RESIDENT, Sheet
from alongside.star.map_it.queries.wording import Choice, Wording
from alongside.ui.forms import HintedRadios

SOMEBODY_ELSE = "else"
CHOOSE_ONE = _("choose the answer that fits best")
CHOOSE = _("Choose the answer that fits best. You can say that you don't know.")


def pairs(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    """Return choices as Django wants them."""
    return [(choice.key, choice.name) for choice in choices]


def hints(choices: tuple[Choice, ...]) -> dict[str, str]:
    """Return the sentence that explains each choice."""
    return {choice.key: choice.sentence for choice in choices}


class WhoForm(forms.Form):
    """How somebody has to do with the service."""

    kind = forms.ChoiceField(error_messages={"required": _("Choose the one that fits best.")})

    def __init__(self, *args: Any, wording: Wording, may_be_else: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices, more = pairs(wording.kinds), hints(wording.kinds)
        if may_be_else:
            choices.append((SOMEBODY_ELSE, str(_("None of these"))))
            more[SOMEBODY_ELSE] = str(_("I work in the service, or I am elected."))
        self.fields["kind"].widget = HintedRadios(hints=more)
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        self.fields["kind"].label = _("Which of these fits you best?")


class ClaimForm(forms.Form):
    """Which of the four groups somebody says they belong to."""

    group = forms.ChoiceField(
        label=_("Which of these are you?"),
        error_messages={"required": _("Choose the one that fits best.")},
    )

    def __init__(self, *args: Any, wording: Wording, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].widget = HintedRadios(hints=hints(wording.groups))
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            (group.key, wording.group_name(group.key).capitalize()) for group in wording.groups
        ]


class ServicesForm(forms.Form):
    """Which services somebody wants to speak about."""

    services = forms.MultipleChoiceField(
        error_messages={"required": _("Pick at least one.")}, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.by_slug = {service.slug: service for service in sheet.services}
        field = self.fields["services"]
        field.choices = [(s.slug, s.name) for s in sheet.services]  # type: ignore[attr-defined]
        if sheet.is_short:
            field.label = _("Which of these do you want to tell us about?")
            field.help_text = _("Pick one, two or three. Each takes about a minute.")
        else:
            field.label = _("Which services do you want to answer for?")
            field.help_text = _("Pick those that you know. Each takes about two minutes.")

    def clean_services(self) -> list[Service]:
        picked = [self.by_slug[slug] for slug in self.cleaned_data["services"]]
        if self.sheet.is_short and len(picked) > MOST_SERVICES_OF_A_RESIDENT:
            raise ValidationError(_("Pick three at most: the ones that matter most to you."))
        dropped = [s.name for s in self.sheet.chosen if s not in picked]
        if self.sheet.is_sent and dropped:
            raise ValidationError(
                _("You have already sent answers about %(names)s. Keep it ticked."),
                params={"names": ", ".join(dropped)},
            )
        return picked


class QuestionForm(forms.Form):
    """One of the Core Four about one service; who has the say is a tap of its own."""

    code = forms.ChoiceField(error_messages={"required": CHOOSE, "invalid_choice": CHOOSE})
    say = forms.ChoiceField(required=False, label=_("And who has the say? You may skip this."))

    def __init__(
        self, *args: Any, wording: Wording, co: str, service: Service, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        code, say = self.fields["code"], self.fields["say"]
        code.label = wording.question(co, service.name)
        if self.prefix:  # one of several on a page: the error says which
            missing = f"{wording.co_name(co)}: {CHOOSE_ONE}"
            code.error_messages |= {"required": missing, "invalid_choice": missing}
        code.help_text = wording.example(co)
        code.widget = HintedRadios(hints=hints(wording.answers))
        code.choices = pairs(wording.answers)  # type: ignore[attr-defined]
        say.widget = HintedRadios(hints=hints(wording.says))
        say.choices = pairs(wording.says)  # type: ignore[attr-defined]

    @property
    def answer(self) -> tuple[str, str]:
        return self.cleaned_data["code"], self.cleaned_data["say"]


class FourForms:
    """The Core Four about one service on one page, for those who answer at a desk."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, wording: Wording, sheet: Sheet, service: Service
    ) -> None:
        self.forms = {
            co: QuestionForm(
                data,
                prefix=co,
                wording=wording,
                co=co,
                service=service,
                initial=said(sheet, service, co),
            )
            for co in wording.cos
        }

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        """Return those that can be kept, even where another one is missing."""
        return {co: form.answer for co, form in self.forms.items() if form.is_valid()}


def said(sheet: Sheet, service: Service, co: str) -> dict[str, str]:
    """Return what was answered before, to begin with."""
    answer = sheet.answers.get((service.pk, co))
    return {"code": answer.code, "say": answer.say} if answer else {}


class WordForm(forms.Form):
    """Anything somebody wants to add in their own words."""

    text = forms.CharField(
        required=False,
        max_length=2000,
        label=_("Is there anything you want to add?"),
        help_text=_(
            "You may leave this empty. Please leave out names, and anything by which somebody "
            "could be recognised."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("Please keep it to 2,000 letters.")},
    )
