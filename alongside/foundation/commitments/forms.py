"""What people type about their commitments."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.forms import DayField


class CommitmentForm(forms.Form):
    """Something to do, and by when."""

    what = forms.CharField(
        label=_("What will you do?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "One thing that you can do yourself, so that it can be seen whether it is done."
        ),
        error_messages={"required": _("Say what you will do.")},
    )
    due_on = DayField(label=_("By when?"), help_text=_("For example, 27 3 2027."))


class EvidenceForm(forms.Form):
    """Something that shows what was done."""

    what = forms.CharField(
        label=_("What is there to see?"),
        max_length=300,
        help_text=_("For example: the notes of the first meeting, eleven people came."),
        error_messages={"required": _("Say in a line what there is to see.")},
    )
    link = forms.URLField(
        label=_("Where is it?"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("A link, if there is one."),
        error_messages={"invalid": _("Enter an address like https://example.org/notes")},
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class EndForm(forms.Form):
    """What came of it; for giving up, why."""

    what_came = forms.CharField(
        label=_("What came of it, or why not?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed if you give it up. Good reasons are worth as much as good ends."),
    )
