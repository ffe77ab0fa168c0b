"""The filters of the list."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.forms.describing import co_choices
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.places.models import EVERYWHERE, Place, Service, Ward
from alongside.foundation.places.queries import ward_choices
from alongside.foundation.places.vocabulary import Words


class FilterForm(forms.Form):
    """All optional; what doesn't fit is passed over, because a link may be old."""

    stage = forms.ChoiceField(
        label=_("Where it stands"), required=False, choices=[("", _("All")), *Stage.choices]
    )
    co = forms.ChoiceField(label=_("Done together"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    ward = forms.ChoiceField(label=_("Ward"), required=False)

    def __init__(
        self,
        *args: Any,
        words: Words,
        place: Place,
        services: Sequence[Service],
        wards: Sequence[Ward],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = [(service.slug, service.name) for service in services]
        self.fields["co"].choices = [("", _("All")), *co_choices(words)]  # type: ignore[attr-defined]
        self.fields["service"].choices = [("", _("All")), *listed]  # type: ignore[attr-defined]
        everywhere = (EVERYWHERE, _("Everywhere in %(place)s") % {"place": place.name})
        self.fields["ward"].choices = [  # type: ignore[attr-defined]
            ("", _("All")), everywhere, *ward_choices(wards, but=wards)
        ]  # fmt: skip
        if not wards:
            del self.fields["ward"]

    def chosen(self) -> dict[str, str]:
        """Return the filters that were understood."""
        self.is_valid()
        return {key: value for key in self.fields if (value := self.cleaned_data.get(key))}
