"""The words a place uses: the default vocabulary with the place's own terms laid over it.

Templates take words as `words.resident_plural` or `words.design_name`, sentences as
`{resident_plural}` through `fill`; never literally, where a partnership may choose its own
(experience, rule 7). `resident_plural_start` begins a sentence; it is made from the form itself.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from django.db.models import QuerySet

from alongside.foundation.places.models import Place, Term
from alongside.foundation.places.reference import FOLDER
from alongside.foundation.prepared.reads import Given, prepared

Words = Mapping[str, str]
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@cache
def default_terms() -> Mapping[str, Mapping[str, str]]:
    """Return the default vocabulary: key of a term to its named forms, in the file's order."""
    text = (FOLDER / "vocabulary-en.toml").read_text(encoding="utf-8")
    return MappingProxyType({k: MappingProxyType(v) for k, v in tomllib.loads(text).items()})


@cache
def default_words() -> Words:
    """Return the default vocabulary flat: `resident_plural` to "residents"."""
    return MappingProxyType(_flat(default_terms()))


@prepared
def _terms_of() -> QuerySet[Term, tuple[str, dict[str, str]]]:
    terms = Term.objects.in_place(Given("place")).filter(language=Given("language"))
    return terms.values_list("key", "forms")


def words_of(place: Place | None, language: str = "en-gb") -> Words:
    """Return the words of a place, flat; those it never chose are the default ones.

    Looked up once for each `Place` in hand: page, frame and picture ask for the same words.
    """
    if place is None:
        return default_words()
    known: dict[str, Words] = place.__dict__.setdefault("_words", {})
    if language not in known:
        chosen = dict(_terms_of(place=place.pk, language=language))
        known[language] = (
            MappingProxyType({**default_words(), **_flat(chosen)}) if chosen else default_words()
        )
    return known[language]


def forget_words(place: Place) -> None:
    """Look the words of this place up again: it chose new ones."""
    place.__dict__.pop("_words", None)


def fill(sentence: str, words: Words) -> str:
    """Put the words into a sentence; a placeholder without a word is a `KeyError`.

    What a word itself contains is never read as a placeholder.

    >>> fill("Ask {resident_plural}.", {"resident_plural": "{neighbours}"})
    'Ask {neighbours}.'
    """
    return PLACEHOLDER.sub(lambda match: words[match[1]], sentence)


def _flat(terms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    words = {f"{key}_{form}": text for key, forms in terms.items() for form, text in forms.items()}
    starts = {f"{key}_start": text[:1].upper() + text[1:] for key, text in words.items()}
    return {**starts, **words}
