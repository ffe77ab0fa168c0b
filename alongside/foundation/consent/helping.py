"""Help with taking part: what it is called, and how whoever prepares an activity says what there is."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Offered

HELP_LABELS = {
    "help_languages": _("Other languages"),
    "help_bsl": _("British Sign Language"),
    "help_easy_read": _("Easy Read"),
    "help_audio": _("Audio"),
    "help_large_print": _("Large print"),
}


class HelpForm(forms.Form):
    """Which help there is. To be inherited: its questions stand below those of the whole form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in HELP_LABELS.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=Offered.choices, initial=Offered.ON_REQUEST
            )
        self.fields["help_note"] = forms.CharField(
            label=_("How to ask for help, and by when"), required=False, max_length=300
        )

    @property
    def help_fields(self) -> list[BoundField]:
        """The questions about help, to be shown together."""
        return [self[name] for name in (*Activity.HELP_FIELDS, "help_note")]

    def help_offered(self) -> dict[str, str]:
        """Return how each form of help stands, and how to ask for it."""
        offered = {name: self.cleaned_data[name] for name in Activity.HELP_FIELDS}
        return {**offered, "note": self.cleaned_data["help_note"]}


def help_initial(activity: Activity) -> dict[str, str]:
    """Return what such a form shows of an activity that was prepared."""
    return {name: getattr(activity, name) for name in (*Activity.HELP_FIELDS, "help_note")}


def help_told(activity: Activity) -> list[dict[str, Any]]:
    """Return the rows that tell people which help there is."""
    return [
        {"key": label, "value": getattr(activity, f"get_{name}_display")()}
        for name, label in HELP_LABELS.items()
        if getattr(activity, name)
    ]
