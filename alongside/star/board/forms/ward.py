"""Which ward the brief should tell of."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Ward
from alongside.foundation.places.queries import ward_choices


class WhichWardForm(forms.Form):
    """A form that only asks; whoever answers with a ward that is gone is asked again."""

    ward = forms.ChoiceField(label=_("Which ward?"), required=False)

    def __init__(self, *args: Any, wards: Sequence[Ward], now: Ward | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["ward"] = now.slug if now else ""
        offered = ward_choices(wards, but=[now] if now else [])
        self.fields["ward"].choices = [("", _("None")), *offered]  # type: ignore[attr-defined]
