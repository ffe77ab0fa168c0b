"""The filters of the index of practice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.practices.models import Practice


class FilterForm(forms.Form):
    """All optional; what doesn't fit is passed over, because a link may be old."""

    words = forms.CharField(label=_("Words"), required=False, max_length=100)
    co = forms.ChoiceField(label=_("Done together"), required=False)
    service_area = forms.ChoiceField(label=_("Service area"), required=False)

    def __init__(self, *args: Any, words: Words, areas: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(co, words.get(f"{co}_name", label)) for co, label in Practice.Co.choices]
        self.fields["co"].choices = [("", _("All")), *names]  # type: ignore[attr-defined]
        areas_to_choose = [(area, area) for area in areas]
        self.fields["service_area"].choices = [("", _("All")), *areas_to_choose]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Return the filters that were understood."""
        self.is_valid()
        return {key: self.cleaned_data.get(key, "") for key in self.fields}
