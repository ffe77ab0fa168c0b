"""Services and organisations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Organisation, Place
from alongside.foundation.places.reference import starter_services


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
