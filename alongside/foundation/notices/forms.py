"""How often somebody wants to hear."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.notices.models import Wish


class WishForm(forms.Form):
    """One choice for everything."""

    often = forms.ChoiceField(
        label=_("How often shall we write to you?"),
        choices=Wish.Often.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often.")},
    )
