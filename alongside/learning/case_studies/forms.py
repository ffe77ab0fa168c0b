"""The filters of the case library."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.practices.models import Practice


class CaseFilterForm(forms.Form):
    """All optional; what doesn't fit is passed over, because a link may be old."""

    words = forms.CharField(label=_("Words"), required=False, max_length=100)
    co = forms.ChoiceField(label=_("Done together"), required=False)
    service_area = forms.ChoiceField(label=_("Service area"), required=False)
    rests_on = forms.ChoiceField(
        label=_("It rests on"),
        required=False,
        choices=[("", _("Anything")), *Practice.Basis.choices],
    )

    def __init__(self, *args: Any, words: Words, areas: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(co, words.get(f"{co}_name", label)) for co, label in Practice.Co.choices]
        self.fields["co"].choices = [("", _("All")), *names]  # type: ignore[attr-defined]
        self.fields["service_area"].choices = [("", _("All")), *((a, a) for a in areas)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Return the filters that were understood."""
        self.is_valid()
        return {key: value for key in self.fields if (value := self.cleaned_data.get(key, ""))}

    def spoken(self) -> list[str]:
        """Return the same as people read them."""
        chosen = self.chosen()
        names = {
            key: dict(self.fields[key].choices)  # type: ignore[attr-defined]
            for key in chosen
            if key != "words"
        }
        return [str(names[key][v]) if key in names else f"“{v}”" for key, v in chosen.items()]
