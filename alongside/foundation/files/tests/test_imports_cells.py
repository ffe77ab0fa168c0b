"""Cells become clean values, or say what to do."""

import pytest

from alongside.foundation.files.imports.cells import (
    CellRefused,
    one_line,
    one_of,
    some_lines,
    some_of,
    web_address,
)

CHOICES = {"Citizens": "resident", "residents": "resident", "managers": "manager"}


def test_spaces_are_put_in_order_and_letters_composed() -> None:
    assert one_line(20)("  Cafe\u0301 \n\u00a0 club ") == "Café club"
    assert some_lines()(" one\ntwo ") == "one\ntwo"


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    with pytest.raises(CellRefused, match=r"Shorten this to 3 letters; it has 4\."):
        one_line(3)("abcd")


def test_one_word_is_chosen_whatever_its_capitals_and_nothing_stays_nothing() -> None:
    assert one_of(CHOICES)(" Citizens ") == "resident"
    assert one_of(CHOICES)("  ") == ""


def test_an_unknown_word_is_told_with_those_that_are_known_each_once() -> None:
    with pytest.raises(
        CellRefused, match=r"“Robots” isn't known here\. Use one of: Citizens, mana"
    ):
        one_of(CHOICES)("Robots")


def test_several_words_come_in_a_fixed_order_and_once() -> None:
    assert some_of(CHOICES)("Managers;residents; CITIZENS;;") == ["resident", "manager"]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://example.org", "example", "//x.org"])
def test_only_addresses_of_the_web_are_taken(text: str) -> None:
    with pytest.raises(CellRefused):
        web_address()(text)
    assert web_address()(" https://example.org/a ") == "https://example.org/a"
    assert web_address()("") == ""
