"""The contact person, the pause before an election, the address."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.actions.place import is_slug_free
from alongside.foundation.places.models import Place
from alongside.ui.forms import DayField


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
