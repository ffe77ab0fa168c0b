"""What a programme lead types on the settings pages, split by noun."""

from alongside.foundation.places.forms.facts import AddressForm, ContactForm, PauseForm
from alongside.foundation.places.forms.services import (
    OrganisationForm,
    ServiceForm,
    StarterForm,
)
from alongside.foundation.places.forms.wards import EndWardForm, PasteWardsForm, WardForm
from alongside.foundation.places.forms.words import TermForm

__all__ = [
    "AddressForm",
    "ContactForm",
    "EndWardForm",
    "OrganisationForm",
    "PasteWardsForm",
    "PauseForm",
    "ServiceForm",
    "StarterForm",
    "TermForm",
    "WardForm",
]
