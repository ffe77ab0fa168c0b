"""The form with which a lead writes down what another survey found."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.actions.baseline import LEVELS
from alongside.star.map_it.queries.wording import Choice
from alongside.ui.forms import DayField


class BaselineForm(forms.Form):
    """One earlier survey: its name, its day, its source, and a level for each Co."""

    label = forms.CharField(
        label=gettext_lazy("What is the survey called?"),
        help_text=gettext_lazy("For example: Staff survey 2025. The same name again replaces it."),
        max_length=140,
    )
    on = DayField(label=gettext_lazy("When were people asked?"))
    people_count = forms.IntegerField(
        label=gettext_lazy("How many people answered?"),
        help_text=gettext_lazy("Leave it empty if you don't know."),
        min_value=1,
        max_value=9_999_999,
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("Who asked, and where can it be read?"), max_length=200
    )

    def __init__(
        self, *args: Any, words: Words, answers: tuple[Choice, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = {answer.key: answer.name for answer in answers}
        choices = [("", _("not asked")), *((level, f"{level}: {names[level]}") for level in LEVELS)]
        for co in CO_KEYS:
            self.fields[f"level_{co}"] = forms.ChoiceField(
                label=words[f"{co}_name"], choices=choices, required=False
            )

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise ValidationError(_("Choose a day that has passed"))
        return day

    def clean(self) -> dict[str, Any]:
        if not self.levels():
            self.add_error(f"level_{CO_KEYS[0]}", _("Choose a level for at least one of the four"))
        return self.cleaned_data

    def levels(self) -> dict[str, int]:
        """The levels that were chosen."""
        chosen = {co: self.cleaned_data.get(f"level_{co}") for co in CO_KEYS}
        return {co: int(level) for co, level in chosen.items() if level}
