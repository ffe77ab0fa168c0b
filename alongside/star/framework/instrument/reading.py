"""Reading an instrument file strictly: whatever is missing, doubled or unknown is named.

The shape of the file is the shape of the dataclasses: every `[[part]]` has a key, the attributes of
its class, and its texts by language.
"""

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Any

from alongside.star.framework.instrument import parts
from alongside.star.framework.instrument.parts import Instrument, InstrumentError, Texts, Worded
from alongside.star.framework.instrument.rules import check_instrument
from alongside.star.framework.picture import Shape

TEXT_FIELDS: Mapping[type[Worded], frozenset[str]] = {
    Instrument: frozenset({"name", "label", "independence", "source"}),
    parts.Co: frozenset({"definition"}),
    parts.Question: frozenset({"question", "help"}),
    parts.Answer: frozenset({"name", "sentence"}),
    parts.Say: frozenset({"name", "sentence"}),
    parts.Way: frozenset({"name", "sentence", "example"}),
    parts.Step: frozenset({"purpose", "tool"}),
    parts.Group: frozenset({"letter", "meaning"}),
    parts.ResidentKind: frozenset({"name", "meaning"}),
}
PART_NAMES = ("co", "question", "answer", "say", "way", "step", "group", "resident_kind")
HEAD_NAMES = frozenset({"id", "version", "dated", "languages", "text"})


def read_instrument(text: str, *, version: str | None = None) -> Instrument:
    """The instrument in the file, or an `InstrumentError` that says what is wrong with it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InstrumentError(f"the instrument is not valid TOML: {error}") from error
    unknown = set(content) - HEAD_NAMES - set(PART_NAMES)
    if unknown:
        raise InstrumentError(f"unknown part: {', '.join(sorted(unknown))}")
    made = _instrument(content)
    if version is not None and made.key != version:
        raise InstrumentError(f"the file {version} calls itself {made.key}")
    check_instrument(made)
    return made


def _instrument(content: dict[str, Any]) -> Instrument:
    languages = content.get("languages")
    if not isinstance(languages, list) or parts.DEFAULT_LANGUAGE not in languages:
        raise InstrumentError("languages: a list that holds at least en")
    dated = content.get("dated")
    if type(dated) is not date:
        raise InstrumentError("dated: a day, such as 2026-11-04")

    def read[Part: Worded](name: str, kind: type[Part]) -> tuple[Part, ...]:
        return _parts(content, name, kind, languages)

    identity, version = _word(content, "id", "id"), _word(content, "version", "version")
    return Instrument(
        key=f"{identity}-{version}",
        texts=_texts(content, "the head", Instrument, languages),
        id=identity,
        version=version,
        dated=dated,
        languages=tuple(languages),
        cos=read("co", parts.Co),
        questions=read("question", parts.Question),
        answers=read("answer", parts.Answer),
        says=read("say", parts.Say),
        ways=read("way", parts.Way),
        steps=read("step", parts.Step),
        groups=read("group", parts.Group),
        resident_kinds=read("resident_kind", parts.ResidentKind),
        digest=_digest(content),
    )


def _digest(content: dict[str, Any]) -> str:
    """A fingerprint of what the file says, whatever its comments and line ends."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _parts[Part: Worded](
    content: dict[str, Any], name: str, kind: type[Part], languages: Sequence[str]
) -> tuple[Part, ...]:
    entries = content.get(name)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InstrumentError(f"{name}: at least one [[{name}]] is needed")
    made = tuple(_part(entry, name, kind, languages) for entry in entries)
    keys = [part.key for part in made]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        raise InstrumentError(f"{name}: key used twice: {', '.join(doubled)}")
    return made


def _part[Part: Worded](
    entry: dict[str, Any], name: str, kind: type[Part], languages: Sequence[str]
) -> Part:
    key = _word(entry, "key", name)
    where = f"{name} {key}"
    own = {field.name: field.type for field in fields(kind) if field.name not in {"key", "texts"}}
    unknown = set(entry) - set(own) - {"key", "text"}
    if unknown:
        raise InstrumentError(f"{where}: unknown {', '.join(sorted(unknown))}")
    values = {
        attribute: READERS.get(attribute, _word)(entry, attribute, where) for attribute in own
    }
    return kind(key=key, texts=_texts(entry, where, kind, languages), **values)


def _word(entry: Mapping[str, Any], attribute: str, where: str) -> str:
    value = entry.get(attribute)
    if not isinstance(value, str) or not value.strip():
        raise InstrumentError(f"{where}: {attribute} is missing")
    return value


def _shape(entry: Mapping[str, Any], attribute: str, where: str) -> Shape:
    try:
        return Shape(_word(entry, attribute, where))
    except ValueError as error:
        raise InstrumentError(f"{where}: no such shape {entry.get(attribute)!r}") from error


def _truth(entry: Mapping[str, Any], attribute: str, where: str) -> bool:
    value = entry.get(attribute)
    if not isinstance(value, bool):
        raise InstrumentError(f"{where}: {attribute} is true or false")
    return value


READERS: Mapping[str, Callable[[Mapping[str, Any], str, str], Any]] = {
    "shape": _shape,
    "solid": _truth,
}


def _texts(
    entry: Mapping[str, Any], where: str, kind: type[Worded], languages: Sequence[str]
) -> Texts:
    """The texts in every language the instrument names, complete and not blank."""
    given = entry.get("text")
    if not isinstance(given, dict) or set(given) != set(languages):
        raise InstrumentError(
            f"{where}: texts are needed in {', '.join(languages)}, and only there"
        )
    wanted = TEXT_FIELDS[kind]
    if kind is parts.Answer and str(entry.get("key", "")).isdigit():
        wanted |= {"scale"}
    for language, texts in given.items():
        wrong = sorted(wanted ^ set(texts))
        if wrong:
            raise InstrumentError(f"{where}, {language}: missing or unknown {', '.join(wrong)}")
        for field, value in texts.items():
            if not isinstance(value, str) or not value.strip():
                raise InstrumentError(f"{where}, {language}: {field} is empty")
    return MappingProxyType(
        {language: MappingProxyType(dict(given[language])) for language in languages}
    )
