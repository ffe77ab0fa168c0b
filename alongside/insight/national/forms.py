"""The form with which an associate says why they visit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.actions.visits import SHORTEST_REASON


class VisitForm(forms.Form):
    """Why somebody visits; the partnership reads it."""

    reason = forms.CharField(
        label=_("Why do you visit?"),
        help_text=_("One sentence. The partnership reads it, and sees that you were here."),
        min_length=SHORTEST_REASON,
        max_length=300,
    )
