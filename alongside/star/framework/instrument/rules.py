"""What must hold in every instrument: the right parts in the right order, and known words only."""

from collections.abc import Iterable, Iterator, Sequence

from alongside.foundation.places.vocabulary import PLACEHOLDER, default_words
from alongside.star.framework.instrument.parts import Instrument, InstrumentError, Worded
from alongside.star.framework.picture import CO_KEYS, STEP_KEYS

RUN_TIME_WORDS = frozenset({"service"})  # the name of the service being asked about
ANSWER_KEYS = ("0", "1", "2", "3", "4", "dk", "na")
SAY_KEYS = ("told", "asked", "together", "people_lead")
GROUP_KEYS = ("elected", "manager", "staff", "resident")
KIND_KEYS = ("uses", "cares", "neighbour", "volunteer")
WAY_LEVELS = ("individual", "group", "collective")


def check_instrument(instrument: Instrument) -> None:
    """Refuse an instrument that the rest of the house could not rely on."""
    _in_order("co", instrument.cos, CO_KEYS)
    _in_order("answer", instrument.answers, ANSWER_KEYS)
    _in_order("say", instrument.says, SAY_KEYS)
    _in_order("step", instrument.steps, STEP_KEYS)
    _in_order("group", instrument.groups, GROUP_KEYS)
    _in_order("resident_kind", instrument.resident_kinds, KIND_KEYS)
    if tuple(question.co for question in instrument.questions) != CO_KEYS:
        raise InstrumentError(f"question: one per Co, in the order {', '.join(CO_KEYS)}")
    _check_ways(instrument)
    _check_markers(instrument)
    _check_words(instrument)


def worded_parts(instrument: Instrument) -> Iterator[tuple[str, Worded]]:
    """Every part that holds texts, with the name it has in messages."""
    yield "the head", instrument
    named: tuple[tuple[str, Iterable[Worded]], ...] = (
        ("co", instrument.cos),
        ("question", instrument.questions),
        ("answer", instrument.answers),
        ("say", instrument.says),
        ("way", instrument.ways),
        ("step", instrument.steps),
        ("group", instrument.groups),
        ("resident_kind", instrument.resident_kinds),
    )
    for name, parts in named:
        for part in parts:
            yield f"{name} {part.key}", part


def _in_order(name: str, parts: Sequence[Worded], keys: Sequence[str]) -> None:
    if tuple(part.key for part in parts) != tuple(keys):
        raise InstrumentError(f"{name}: the keys must be {', '.join(keys)}, in this order")


def _check_ways(instrument: Instrument) -> None:
    for way in instrument.ways:
        if way.co not in CO_KEYS:
            raise InstrumentError(f"way {way.key}: unknown Co {way.co!r}")
        if way.level not in WAY_LEVELS:
            raise InstrumentError(f"way {way.key}: level is one of {', '.join(WAY_LEVELS)}")
    for co in CO_KEYS:
        if not instrument.ways_of(co):
            raise InstrumentError(f"way: none for {co}")


def _check_markers(instrument: Instrument) -> None:
    if len({group.shape for group in instrument.groups}) != len(instrument.groups):
        raise InstrumentError("group: two groups share a shape")
    if [group.key for group in instrument.groups if group.solid] != ["resident"]:
        raise InstrumentError("group: residents, and only they, are solid")
    for language in instrument.languages:
        letters = [group.text("letter", language) for group in instrument.groups]
        if len(set(letters)) != len(letters) or any(len(letter) > 2 for letter in letters):
            raise InstrumentError(f"group, {language}: one letter or two each, all different")


def _check_words(instrument: Instrument) -> None:
    """Every word that a sentence leaves open must stand in the vocabulary that places start from."""
    known = frozenset(default_words())
    named = [co.name for co in instrument.cos] + [step.name for step in instrument.steps]
    named += [word for group in instrument.groups for word in (group.singular, group.plural)]
    unknown = sorted(set(named) - known)
    if unknown:
        raise InstrumentError(f"unknown words: {', '.join(unknown)}")
    for where, part in worded_parts(instrument):
        for language, texts in part.texts.items():
            for field, text in texts.items():
                allowed = known | RUN_TIME_WORDS if field == "question" else known
                _check_text(f"{where}, {language}", text, allowed)


def _check_text(where: str, text: str, allowed: frozenset[str]) -> None:
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        raise InstrumentError(f"{where}: a brace without a word in {text!r}")
    unknown = sorted(set(PLACEHOLDER.findall(text)) - allowed)
    if unknown:
        raise InstrumentError(f"{where}: unknown word {', '.join(unknown)}")
