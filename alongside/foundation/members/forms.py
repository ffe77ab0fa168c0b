"""What somebody types to invite a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Group, ResidentKind
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.queries import ward_choices, wards_of
from alongside.foundation.places.vocabulary import Words
from alongside.ui.forms import HintedRadios

NO_GROUP = "none"


class InviteForm(forms.Form):
    """Whom to invite, into which role, to speak from which group."""

    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter an email address"),
            "invalid": _("Enter an email address, such as name@example.org"),
        },
    )
    name = forms.CharField(
        label=_("Name"),
        help_text=_("As they like to be called. They can change it."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("What will they do here?"),
        widget=HintedRadios,
        error_messages={"required": _("Choose what they will do")},
    )
    group = forms.ChoiceField(
        label=_("Whose view do they bring?"),
        help_text=_("Their answers count with this group."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whose view they bring, or none")},
    )
    resident_kind = forms.ChoiceField(
        label=_("How is this person involved?"),
        choices=[
            ("", _("I don't know")),
            (ResidentKind.USES, _("Uses services")),
            (ResidentKind.CARES, _("Cares for someone who does")),
            (ResidentKind.NEIGHBOUR, _("Lives nearby")),
            (ResidentKind.VOLUNTEER, _("Volunteers")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    ward = forms.ChoiceField(label=_("Which ward?"), required=False)

    def __init__(self, *args: Any, place: Place, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_nation = place.kind == Place.Kind.NATION
        roles = [role for role in ROLES.values() if role.in_nation == is_nation]
        self.fields["role"].choices = [(r.key, _capital(r.called(words))) for r in roles]  # type: ignore[attr-defined]
        self.fields["role"].widget.hints = {r.key: r.purpose for r in roles}
        self.listed: dict[str, Ward] = {}
        if is_nation:
            del self.fields["group"], self.fields["resident_kind"], self.fields["ward"]
            return
        self.fields["group"].choices = group_choices(words)  # type: ignore[attr-defined]
        hint = _("Only for a %(resident)s. You may leave it out.")
        self.fields["resident_kind"].help_text = hint % {"resident": words["resident_singular"]}
        hint = _("Only for a %(councillor)s. They can choose it themselves, too.")
        self.fields["ward"].help_text = hint % {"councillor": words["councillor_singular"]}
        self.listed = _offer_wards(self, place)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("group") == NO_GROUP:
            cleaned["group"] = ""
        if cleaned.get("group") != Group.RESIDENT:
            cleaned["resident_kind"] = ""
        is_elected = cleaned.get("group") == Group.ELECTED
        cleaned["ward"] = self.listed.get(cleaned.get("ward", "")) if is_elected else None
        return cleaned


class WardForm(forms.Form):
    """Which ward an elected member speaks for."""

    ward = forms.ChoiceField(label=_("Which ward?"), required=False)

    def __init__(self, *args: Any, place: Place, now: Ward | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["ward"] = now.slug if now else ""
        self.listed = _offer_wards(self, place, now)

    def clean_ward(self) -> Ward | None:
        return self.listed.get(self.cleaned_data["ward"])


def _offer_wards(form: forms.Form, place: Place, now: Ward | None = None) -> dict[str, Ward]:
    """Fill the field with the wards to choose from; without a list there is nothing to ask."""
    wards = wards_of(place)
    choices = ward_choices(wards, but=[now] if now else [])
    form.fields["ward"].choices = [("", _("Not said")), *choices]  # type: ignore[attr-defined]
    if not choices:
        del form.fields["ward"]
    return {ward.slug: ward for ward in wards}


def group_choices(words: Words) -> list[tuple[str, Any]]:
    """Return the four groups in the place's own words, and none."""
    return [
        (Group.RESIDENT, words["resident_singular_start"]),
        (Group.STAFF, words["staff_singular_start"]),
        (Group.MANAGER, words["manager_singular_start"]),
        (Group.ELECTED, words["councillor_singular_start"]),
        (NO_GROUP, _("None: they don't answer")),
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
