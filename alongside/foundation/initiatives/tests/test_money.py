"""Pounds as people write them."""

import pytest
from django.core.exceptions import ValidationError

from alongside.foundation.initiatives.money import PoundsField, pounds


@pytest.mark.parametrize(
    ("text", "pence"),
    [("£80,000", 8_000_000), ("80000", 8_000_000), (" £ 12.5 ", 1250), ("0", 0), ("", None)],
)
def test_amounts_become_pence(text: str, pence: int | None) -> None:
    assert PoundsField(required=False).clean(text) == pence


@pytest.mark.parametrize("text", ["8,00", "£", "1e9", "£-1", "٣", "12.345", "1000000000.01"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        PoundsField(required=False).clean(text)


@pytest.mark.parametrize("pence", [0, 1, 99, 100, 8_000_000, 123_456_789])
def test_what_is_written_can_be_read_back(pence: int) -> None:
    assert PoundsField().clean(pounds(pence)) == pence
