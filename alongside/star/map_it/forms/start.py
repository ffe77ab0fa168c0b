"""Forms of the hour's path: one for each page, every one with an honest default."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Group
from alongside.foundation.places.models.place import RESERVED_SLUGS
from alongside.foundation.places.reference import starter_services
from alongside.foundation.places.vocabulary import default_words
from alongside.star.map_it.actions.start import FEWEST_SERVICES, MOST_SERVICES
from alongside.star.map_it.queries.start import areas_to_choose, ground, is_address_taken

ADDRESS = re.compile(r"^[a-z][a-z0-9-]*$")
TELEPHONE = re.compile(r"^\+?[0-9][0-9 ()-]{5,28}$")
OWN_SERVICES = ("own_1", "own_2", "own_3")


def _tidy(text: str) -> str:
    return " ".join(text.split())


class PartnershipForm(forms.Form):
    """What the partnership is called, and where it is."""

    name = forms.CharField(
        label=_("What is your partnership called?"),
        help_text=_("For example: Strathmuir Health and Social Care Partnership"),
        max_length=120,
    )
    slug = forms.CharField(
        label=_("Its address on this site"),
        help_text=_("Small letters, figures and hyphens. Leave it empty and we make one."),
        max_length=50,
        required=False,
    )
    nation_name = forms.CharField(
        label=_("Which nation or region is it part of?"),
        help_text=_("You are the first here, so nobody has named it yet."),
        max_length=120,
    )
    council_areas = forms.MultipleChoiceField(
        label=_("Which council areas does it cover?"),
        help_text=_("You can leave this open."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ground().asks_for_nation:
            del self.fields["nation_name"]
        self.fields["council_areas"].choices = areas_to_choose()  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return _tidy(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        clean = self.cleaned_data
        if "name" in clean and "slug" in clean:
            clean["slug"] = self._address(clean["slug"].strip().lower() or clean["name"])
        return clean

    def _address(self, wanted: str) -> str:
        address = slugify(wanted)[:50].strip("-")
        if not ADDRESS.match(address):
            self.add_error("slug", _("Give an address that begins with a letter from a to z"))
        elif address in RESERVED_SLUGS or is_address_taken(address):
            self.add_error(
                "slug",
                _("“%(address)s” is already in use. Choose another address") % {"address": address},
            )
        return address


class LeadForm(forms.Form):
    """Who leads, and whom people can ring."""

    lead_name = forms.CharField(label=_("What is your name?"), max_length=120)
    lead_group = forms.ChoiceField(
        label=_("In which role do you answer yourself?"),
        initial=Group.MANAGER,
        widget=forms.RadioSelect,
    )
    contact_name = forms.CharField(
        label=_("Who can people ring?"),
        help_text=_("Stands on the poster and on every page. Leave it empty if it is you."),
        max_length=80,
        required=False,
    )
    contact_phone = forms.CharField(label=_("Telephone number"), max_length=30)
    contact_hours = forms.CharField(
        label=_("When can people ring?"), initial=_("weekdays 9 to 5"), max_length=120
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = default_words()
        self.fields["lead_group"].choices = [  # type: ignore[attr-defined]
            (Group.MANAGER, words["manager_singular_start"]),
            (Group.STAFF, words["staff_singular_start"]),
            (Group.ELECTED, words["councillor_singular_start"]),
            (Group.RESIDENT, words["resident_singular_start"]),
        ]

    def clean_contact_phone(self) -> str:
        number = _tidy(self.cleaned_data["contact_phone"])
        if not TELEPHONE.match(number):
            raise ValidationError(_("Give a telephone number, such as 01234 567 890"))
        return number

    def clean(self) -> dict[str, Any]:
        clean = self.cleaned_data
        clean["contact_name"] = clean.get("contact_name") or clean.get("lead_name", "")[:80]
        return clean


class ServicesForm(forms.Form):
    """Three to six services: few enough for an hour, enough to see a difference."""

    services = forms.MultipleChoiceField(
        label=_("Pick three to six services"),
        help_text=_("Those that the people in the room know. You can add more another day."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    own_1 = forms.CharField(label=_("A service of your own"), max_length=120, required=False)
    own_2 = forms.CharField(label=_("Another one"), max_length=120, required=False)
    own_3 = forms.CharField(label=_("And another one"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [  # type: ignore[attr-defined]
            (service.key, service.name) for service in starter_services()
        ]

    def clean(self) -> dict[str, Any]:
        clean = self.cleaned_data
        names = {one.key: one.name.casefold() for one in starter_services()}
        picked = {names[key] for key in clean.get("services", ())}
        for name in OWN_SERVICES:
            clean[name] = _tidy(clean.get(name, ""))
            if clean[name]:
                picked.add(clean[name].casefold())
        if not FEWEST_SERVICES <= len(picked) <= MOST_SERVICES:
            words = _("Pick three to six services. You have picked %(count)s")
            self.add_error("services", words % {"count": len(picked)})
        return clean
