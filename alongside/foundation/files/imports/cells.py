"""Turn the text of a cell into a clean value, or say what to do about it."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.parts import Words

Clean = Callable[[str], Any]
_is_address = URLValidator(schemes=["http", "https"])


class CellRefused(ValueError):  # noqa: N818 - an answer to the person, not a fault
    """A cell can't be used; `words` say what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


def one_line(longest: int) -> Clean:
    """Accept text on one line; spaces are put in order."""

    def clean(text: str) -> str:
        return _short_enough(" ".join(_composed(text).split()), longest)

    return clean


def some_lines(longest: int = 4000) -> Clean:
    """Accept text that may have several lines."""

    def clean(text: str) -> str:
        return _short_enough(_composed(text).strip(), longest)

    return clean


def one_of(choices: Mapping[str, str]) -> Clean:
    """Accept one of the words in `choices`, whatever its capitals; the value is what it leads to.

    Of words that differ in capitals alone, the first keeps its meaning.
    """
    known = _folded(choices)

    def clean(text: str) -> str:
        word = " ".join(_composed(text).split())
        return _chosen(word, known, choices) if word else ""

    return clean


def some_of(choices: Mapping[str, str]) -> Clean:
    """Accept several of the words, with semicolons between; in the order of `choices`."""
    known = _folded(choices)

    def clean(text: str) -> list[str]:
        words = [" ".join(word.split()) for word in _composed(text).split(";")]
        found = {_chosen(word, known, choices) for word in words if word}
        return [key for key in dict.fromkeys(choices.values()) if key in found]

    return clean


def web_address(longest: int = 200) -> Clean:
    """Accept an address of the web, or nothing."""

    def clean(text: str) -> str:
        address = _short_enough(text.strip(), longest)
        if address:
            try:
                _is_address(address)
            except ValidationError:
                raise CellRefused(
                    _("Give a full web address, such as https://example.org/case.")
                ) from None
        return address

    return clean


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _short_enough(text: str, longest: int) -> str:
    if len(text) > longest:
        words = _("Shorten this to %(longest)s letters; it has %(length)s.")
        raise CellRefused(words % {"longest": longest, "length": len(text)})
    return text


def _folded(choices: Mapping[str, str]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for word, value in choices.items():
        folded.setdefault(" ".join(word.split()).casefold(), value)
    return folded


def _chosen(word: str, known: Mapping[str, str], choices: Mapping[str, str]) -> str:
    if word.casefold() not in known:
        words = _("“%(word)s” isn't known here. Use one of: %(known)s.")
        taught = ", ".join(_one_word_each(choices))
        raise CellRefused(words % {"word": word[:80], "known": taught})
    return known[word.casefold()]


def _one_word_each(choices: Mapping[str, str]) -> list[str]:
    """The first word that leads to each value, as it is written; the others are not taught."""
    first: dict[str, str] = {}
    for word, value in choices.items():
        first.setdefault(value, word)
    return list(first.values())
