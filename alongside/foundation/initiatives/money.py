"""Pounds as people write them, pence as we keep them (house, decision 4)."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_WRITTEN = re.compile(r"£?(\d{1,3}(?:,?\d{3})*|\d+)(\.\d\d?)?", re.ASCII)
_MOST = 100_000_000_000  # a billion pounds, in pence: more than any council spends on one thing


def pounds(pence: int) -> str:
    """Write an amount: whole pounds without pence.

    >>> pounds(8_000_000), pounds(1250)
    ('£80,000', '£12.50')
    """
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


class PoundsField(forms.CharField):
    """An amount typed as £80,000, 80000 or 12.50; its value is in pence."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        text = "".join(str(super().clean(value) or "").split())
        if not text:
            return None
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValidationError(_("Enter an amount in pounds, such as £80,000 or 12.50"))
        pence = int(Decimal(written[1].replace(",", "") + (written[2] or "")) * 100)
        if pence > _MOST:
            raise ValidationError(_("This amount is too large."))
        return pence

    def prepare_value(self, value: Any) -> Any:
        return pounds(value) if isinstance(value, int) else value
