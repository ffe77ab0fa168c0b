"""What a programme lead types on the settings pages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.actions.place import is_slug_free
from alongside.foundation.places.actions.vocabulary import LONGEST_FORM
from alongside.foundation.places.models import Organisation, Place
from alongside.foundation.places.reference import starter_services
from alongside.ui.forms import DayField

FORM_LABELS = {
    "singular": _("One of them"),
    "plural": _("Several of them"),
    "short": _("In one word"),
    "name": _("As a title"),
    "verb": _("In a sentence: people and staff …"),
    "noun": _("As a thing"),
    "adjective": _("As a quality"),
    "public": _("On pages for residents"),
    "this_year": _("This year's"),
}


class StarterForm(forms.Form):
    """Tick what there is."""

    services = forms.MultipleChoiceField(
        label=_("Pick from the starter list"),
        help_text=_("Three to six are enough to begin. You can add your own too."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one service")},
    )

    def __init__(self, *args: Any, taken: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [  # type: ignore[attr-defined]
            (service.key, service.name)
            for service in starter_services()
            if service.key not in taken
        ]


class ServiceForm(forms.Form):
    """A service of one's own, and who provides it."""

    name = forms.CharField(
        label=_("What is the service called here?"),
        max_length=120,
        error_messages={"required": _("Enter what the service is called")},
    )
    organisation = forms.ModelChoiceField(
        label=_("Who provides it?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Not said"),
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.in_place(place)  # type: ignore[attr-defined]


class OrganisationForm(forms.Form):
    """A body that takes part, and its sector."""

    name = forms.CharField(
        label=_("Name of the organisation"),
        max_length=120,
        error_messages={"required": _("Enter the name of the organisation")},
    )
    sector = forms.ChoiceField(
        label=_("Sector"),
        choices=Organisation.Sector.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a sector")},
    )


class TermForm(forms.Form):
    """Every form of one word; a sentence may ask for any of them."""

    def __init__(self, *args: Any, forms_now: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for form, text in forms_now.items():
            self.fields[form] = forms.CharField(
                label=FORM_LABELS.get(form, form),
                max_length=LONGEST_FORM,
                initial=text,
                error_messages={"required": _("Fill in every form of the word")},
            )


class ContactForm(forms.Form):
    """The person at the other end, as posters and pages show them."""

    name = forms.CharField(label=_("Name of the partnership"), max_length=120)
    contact_name = forms.CharField(label=_("Whom can people ring?"), max_length=80, required=False)
    contact_phone = forms.CharField(
        label=_("Telephone number"),
        max_length=30,
        required=False,
        validators=[
            RegexValidator(r"^[0-9+() -]*$", _("Enter a telephone number, such as 01234 567 890"))
        ],
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    contact_hours = forms.CharField(
        label=_("When?"),
        help_text=_("For example: weekdays 9 to 5"),
        max_length=120,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("contact_name") and not cleaned.get("contact_phone"):
            self.add_error("contact_phone", _("Enter a number for people to ring"))
        return cleaned


class PauseForm(forms.Form):
    """The weeks before an election, in which nothing is published."""

    publishing_paused_from = DayField(label=_("First day"), required=False)
    publishing_paused_until = DayField(label=_("Last day"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start = cleaned.get("publishing_paused_from")
        end = cleaned.get("publishing_paused_until")
        if not self.errors and bool(start) != bool(end):
            missing = "publishing_paused_until" if start else "publishing_paused_from"
            self.add_error(missing, _("Enter both days, or leave both empty"))
        if start and end and end < start:
            self.add_error("publishing_paused_until", _("The last day comes after the first day"))
        return cleaned


class AddressForm(forms.Form):
    """Another address for the partnership."""

    slug = forms.CharField(
        label=_("The address"),
        help_text=_("Small letters, figures and hyphens."),
        max_length=50,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]*$", _("Use small letters, figures and hyphens, a letter first")
            )
        ],
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if not is_slug_free(self.place, slug):
            raise forms.ValidationError(_("This address is already in use. Choose another one."))
        return slug
