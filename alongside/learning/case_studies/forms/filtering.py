"""The filters of the case library."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.practices.forms import FilterForm
from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.models import Evidence, Outcome
from alongside.ui.forms import LongSelect

KNOWN_BY = (
    ("", _("Anything")),
    (_("Short entries, by their source"), Practice.Basis.choices),
    (_("Told in full, by how one knows"), Evidence.choices),
)


class CaseFilterForm(FilterForm):
    """Those of the index, and by way of working, place, what changed, and how one knows."""

    approach = forms.ChoiceField(label=_("Way of working"), required=False)
    where = forms.ChoiceField(label=_("Where"), required=False)
    outcome = forms.ChoiceField(
        label=_("What changed"), required=False, choices=[("", _("Anything")), *Outcome.choices]
    )
    rests_on = forms.ChoiceField(label=_("It rests on"), required=False, choices=KNOWN_BY)

    def __init__(self, *args: Any, known: Mapping[str, Sequence[str]], **kwargs: Any) -> None:
        super().__init__(*args, areas=list(known["service_area"]), **kwargs)
        for name in ("approach", "where"):
            choices = [("", _("All")), *((one, one) for one in known[name])]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.widget = LongSelect(choices=list(field.choices))  # type: ignore[arg-type]

    def spoken(self) -> list[str]:
        """Return what was understood, as people read it."""
        chosen = {key: value for key, value in self.chosen().items() if value}
        return [self._in_words(key, value) for key, value in chosen.items()]

    def _in_words(self, key: str, value: str) -> str:
        if key == "words":
            return f"“{value}”"
        flat: dict[str, Any] = {}
        for one, name in self.fields[key].choices:  # type: ignore[attr-defined]
            flat.update(dict(name) if isinstance(name, list | tuple) else {one: name})
        return str(flat.get(value, value))
