"""The words a place uses: the default vocabulary with the place's own terms laid over it.

Templates and sentences take words from here as `words.resident_plural`, never literally, where a
partnership may choose its own (experience, rule 7).
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from alongside.foundation.places.models import Place, Term
from alongside.foundation.places.reference import FOLDER

Words = Mapping[str, str]


@cache
def default_terms() -> Mapping[str, Mapping[str, str]]:
    """Return the default vocabulary: key of a term to its named forms."""
    text = (FOLDER / "vocabulary-en.toml").read_text(encoding="utf-8")
    return MappingProxyType({k: MappingProxyType(v) for k, v in tomllib.loads(text).items()})


@cache
def default_words() -> Words:
    """Return the default vocabulary flat: `resident_plural` to "residents"."""
    return MappingProxyType(_flat(default_terms()))


def words_of(place: Place | None, language: str = "en-gb") -> Words:
    """Return the words of a place, flat; those it never chose are the default ones."""
    if place is None:
        return default_words()
    chosen = Term.objects.in_place(place).filter(language=language).values_list("key", "forms")
    return MappingProxyType({**default_words(), **_flat(dict(chosen))})


def _flat(terms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {f"{key}_{form}": text for key, forms in terms.items() for form, text in forms.items()}
