"""The page of the hour's path that says what people are told, and which help there is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.consent.models import Activity, Offered

# What a lead can keep on the first day: nothing is called ready that nobody has made ready.
HELP_DEFAULTS = {
    "help_languages": Offered.ON_REQUEST,
    "help_bsl": Offered.ON_REQUEST,
    "help_easy_read": Offered.NOT_OFFERED,
    "help_audio": Offered.NOT_OFFERED,
    "help_large_print": Offered.ON_REQUEST,
}


class PromiseForm(forms.Form):
    """What people are told before they answer, and which help with taking part there is."""

    what_can_change = forms.CharField(
        label=_("What can change because of this?"),
        initial=_(
            "This is a first, quick look. It can change what we try next in these services. "
            "It decides no money, and no service opens or closes because of it."
        ),
        help_text=_("Only promise what you will keep."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=600,
    )
    who_decides = forms.CharField(
        label=_("Who decides, and by when?"),
        initial=_("The people in the room say today what to look at next."),
        max_length=200,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Activity.HELP_FIELDS:
            self.fields[name] = forms.ChoiceField(
                label=HELP_LABELS[name],
                choices=Offered.choices,
                initial=HELP_DEFAULTS[name],
                widget=forms.RadioSelect,
            )
        self.fields["help_note"] = forms.CharField(
            label=_("How do people ask for help?"),
            initial=_(
                "Ring us, or tell somebody in the room, by the last day for answers. "
                "We can fill it in with you."
            ),
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=300,
        )

    @property
    def help_questions(self) -> list[Any]:
        """The five forms of help, to be shown together."""
        return [self[name] for name in Activity.HELP_FIELDS]
