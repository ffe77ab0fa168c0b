"""Why the national team visits, why it says no, and how partnerships begin."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.actions import admitting
from alongside.foundation.members.actions.visits import SHORTEST_REASON
from alongside.foundation.places.models import Place


class VisitForm(forms.Form):
    """Why somebody visits; the partnership reads it."""

    reason = forms.CharField(
        label=_("Why do you visit?"),
        help_text=_("One sentence. The partnership reads it, and sees that you were here."),
        min_length=SHORTEST_REASON,
        max_length=300,
    )


class DeclineForm(forms.Form):
    """Why a partnership isn't taken on; whoever started it reads this."""

    reason = forms.CharField(
        label=_("Why not?"),
        help_text=_("Whoever started it gets this by email, word for word."),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=admitting.SHORTEST_REASON,
        max_length=600,
    )


class AdmissionForm(forms.Form):
    """How partnerships begin in this nation."""

    admission = forms.ChoiceField(
        label=_("Who can start a partnership here?"),
        choices=[(choice.value, capfirst(choice.label)) for choice in Place.Admission],
        widget=forms.RadioSelect,
    )
