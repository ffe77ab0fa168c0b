"""The words a place uses: the default vocabulary with the place's own terms laid over it.

Templates take words as `words.resident_plural` or `words.co_design`, sentences as
`{resident_plural}` through `fill`; never literally, where a partnership may choose its own
(experience, rule 7). A form called `name` is the term alone.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from alongside.foundation.places.models import Place, Term
from alongside.foundation.places.reference import FOLDER

Words = Mapping[str, str]
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class DefaultTerm:
    """A word that may be chosen; `about` tells whoever chooses what it is for."""

    key: str
    about: str
    forms: Mapping[str, str]


@cache
def default_terms() -> Mapping[str, DefaultTerm]:
    """Return the default vocabulary by key, in the order of its file."""
    text = (FOLDER / "vocabulary-en.toml").read_text(encoding="utf-8")
    terms = {}
    for key, entry in tomllib.loads(text)["term"].items():
        forms = {form: word for form, word in entry.items() if form != "about"}
        terms[key] = DefaultTerm(key, entry["about"], MappingProxyType(forms))
    return MappingProxyType(terms)


@cache
def default_words() -> Words:
    """Return the default vocabulary flat: `resident_plural` to "residents"."""
    return MappingProxyType(_flat({term.key: term.forms for term in default_terms().values()}))


def words_of(place: Place | None, language: str = "en-gb") -> Words:
    """Return the words of a place, flat; those it never chose are the default ones."""
    if place is None:
        return default_words()
    chosen = Term.objects.in_place(place).filter(language=language).values_list("key", "forms")
    return MappingProxyType({**default_words(), **_flat(dict(chosen))})


def fill(sentence: str, words: Words) -> str:
    """Put the words into a sentence; a placeholder without a word is a `KeyError`.

    What a word itself contains is never read as a placeholder.

    >>> fill("Ask {resident_plural}.", {"resident_plural": "{neighbours}"})
    'Ask {neighbours}.'
    """
    return PLACEHOLDER.sub(lambda match: words[match[1]], sentence)


def _flat(terms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        key if form == "name" else f"{key}_{form}": text
        for key, forms in terms.items()
        for form, text in forms.items()
    }
