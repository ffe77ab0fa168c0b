"""A place's own words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.actions.vocabulary import LONGEST_FORM

FORM_LABELS = {
    "singular": _("One of them"),
    "plural": _("Several of them"),
    "short": _("In one word"),
    "name": _("As a title"),
    "verb": _("In a sentence: people and staff …"),
    "noun": _("As a thing"),
    "adjective": _("As a quality"),
    "public": _("On pages for residents"),
    "this_year": _("This year's"),
}


class TermForm(forms.Form):
    """Every form of one word; a sentence may ask for any of them."""

    def __init__(self, *args: Any, forms_now: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for form, text in forms_now.items():
            self.fields[form] = forms.CharField(
                label=FORM_LABELS.get(form, form),
                max_length=LONGEST_FORM,
                initial=text,
                error_messages={"required": _("Fill in every form of the word")},
            )
