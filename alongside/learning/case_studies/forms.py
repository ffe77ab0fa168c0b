"""The filters of the case library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.practices.forms import FilterForm
from alongside.foundation.practices.models import Practice


class CaseFilterForm(FilterForm):
    """Those of the index, and what a case rests on."""

    rests_on = forms.ChoiceField(
        label=_("It rests on"),
        required=False,
        choices=[("", _("Anything")), *Practice.Basis.choices],
    )

    def spoken(self) -> list[str]:
        """Return what was understood, as people read it."""
        chosen = {key: value for key, value in self.chosen().items() if value}
        names = {
            key: dict(self.fields[key].choices)  # type: ignore[attr-defined]
            for key in chosen
            if key != "words"
        }
        return [str(names[key][v]) if key in names else f"“{v}”" for key, v in chosen.items()]
