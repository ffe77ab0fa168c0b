"""What there is: money, staff days, or both."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.initiatives.money import PoundsField


class LimitsForm(forms.Form):
    """The limits within which something is chosen."""

    money_pence = PoundsField(
        label=_("How much money is there?"),
        required=False,
        help_text=_("In pounds, such as £80,000. Leave it empty if money is no limit."),
    )
    staff_days = forms.IntegerField(
        label=_("How many days of work by staff?"),
        required=False,
        min_value=0,
        max_value=1_000_000,
        help_text=_("Leave it empty if time is no limit."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and said.get("money_pence") is None and said.get("staff_days") is None:
            raise forms.ValidationError(_("Enter an amount of money, or a number of days"))
        return said
