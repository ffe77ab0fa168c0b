"""Words that a partnership may choose, and how they are put into a sentence.

The defaults lie in `instruments/vocabulary-<language>.toml`; a partnership's own words are laid over
them by whoever stores them. A sentence is filled from named forms only: an unknown word is an
error, not an empty place.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
RUN_TIME_WORDS = frozenset({"service"})
_KEY = re.compile(r"[a-z][a-z0-9_]*")


class VocabularyError(ValueError):
    """A vocabulary file that can't be used, or a sentence with a word nobody defined."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word with its named forms; `about` tells the person who may change it what it is for."""

    key: str
    about: str
    forms: Mapping[str, str]

    def placeholder(self, form: str) -> str:
        return self.key if form == "name" else f"{self.key}_{form}"


@cache
def load_terms(language: str = "en") -> tuple[Term, ...]:
    """The default terms of a language, in the order of the file."""
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})?", language):
        raise VocabularyError(f"{language!r} is not a language code")
    source = files("alongside.star.framework") / "instruments" / f"vocabulary-{language}.toml"
    if not source.is_file():
        raise VocabularyError(f"there is no default vocabulary for {language!r}")
    return read_terms(source.read_text(encoding="utf-8"))


@cache
def default_words(language: str = "en") -> Mapping[str, str]:
    """Placeholder to word, for `fill`."""
    return MappingProxyType(words_of(load_terms(language)))


def words_of(terms: tuple[Term, ...]) -> dict[str, str]:
    return {term.placeholder(form): word for term in terms for form, word in term.forms.items()}


def read_terms(text: str) -> tuple[Term, ...]:
    """The terms in a vocabulary file; a clash or an empty word is an error."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"the vocabulary is not valid TOML: {error}") from error
    terms = tuple(_read_term(key, entry) for key, entry in content.get("term", {}).items())
    names = [term.placeholder(form) for term in terms for form in term.forms]
    doubled = sorted(
        {name for name in names if names.count(name) > 1} | RUN_TIME_WORDS & set(names)
    )
    if doubled:
        raise VocabularyError(f"placeholders defined twice: {', '.join(doubled)}")
    if not terms:
        raise VocabularyError("the vocabulary has no terms")
    return terms


def placeholders(text: str) -> frozenset[str]:
    """The words a sentence asks for; a stray brace is an error."""
    if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
        raise VocabularyError(f"a brace without a word: {text!r}")
    return frozenset(PLACEHOLDER.findall(text))


def fill(text: str, words: Mapping[str, str]) -> str:
    """The sentence with its words. A word that itself holds braces is kept as it is."""
    unknown = placeholders(text) - set(words)
    if unknown:
        raise VocabularyError(f"no word for {', '.join(sorted(unknown))} in {text!r}")
    return PLACEHOLDER.sub(lambda match: words[match[1]], text)


def _read_term(key: str, entry: object) -> Term:
    if not _KEY.fullmatch(key) or not isinstance(entry, dict):
        raise VocabularyError(f"{key!r} is not a term with forms")
    forms = {form: word for form, word in entry.items() if form != "about"}
    for form, word in forms.items():
        if not _KEY.fullmatch(form) or not isinstance(word, str) or not word.strip():
            raise VocabularyError(f"{key}.{form} is not a word")
    if not forms:
        raise VocabularyError(f"{key} has no forms")
    return Term(key, str(entry.get("about", "")), MappingProxyType(forms))
