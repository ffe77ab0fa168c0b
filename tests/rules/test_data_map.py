"""Every field of every table says what it is, how long it is kept, and who erases it."""

from alongside.foundation.consent.data_map import data_map
from alongside.foundation.consent.data_map_check import data_map_problems


def test_the_data_map_has_no_gap_and_no_leftover() -> None:
    assert data_map_problems() == []


def test_a_field_that_nobody_declared_is_found(monkeypatch) -> None:
    rule = data_map()["members.Contact"]
    shorter = {**data_map(), rule.label: _without(rule, "email")}
    monkeypatch.setattr("alongside.foundation.consent.data_map_check.data_map", lambda: shorter)
    assert data_map_problems() == ["members.Contact.email is not in the data map"]


def _without(rule, name):
    from dataclasses import replace

    return replace(rule, fields=tuple(field for field in rule.fields if field.name != name))
