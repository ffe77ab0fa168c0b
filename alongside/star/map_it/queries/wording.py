"""The instrument as a place's people read it: its texts with the words that the place chose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, fill, words_of
from alongside.star.framework.instrument import Instrument, load_instrument
from alongside.star.framework.instrument.parts import Question, Worded
from alongside.star.map_it.models import Round


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its key, its name, and a sentence that explains it."""

    key: str
    name: str
    sentence: str


@dataclass(frozen=True)
class Wording:
    """An instrument, a place's words and a language: every text of a round, ready to be read."""

    instrument: Instrument
    words: Words
    language: str = "en"

    def question(self, co: str, service_name: str) -> str:
        """Return the question about one Co in one service."""
        return self._filled(self._question(co), "question", service=service_name)

    def example(self, co: str) -> str:
        return self._filled(self._question(co), "help")

    @cached_property
    def label(self) -> str:
        """Whose instrument this is; stands on everything that is printed."""
        return self._filled(self.instrument, "label")

    def definition(self, co: str) -> str:
        """Return in one sentence what this Co is."""
        return self._filled(next(c for c in self.instrument.cos if c.key == co), "definition")

    def co_name(self, co: str) -> str:
        return self.words[f"{co}_name"]

    @cached_property
    def cos(self) -> tuple[str, ...]:
        return tuple(co.key for co in self.instrument.cos)

    @cached_property
    def answers(self) -> tuple[Choice, ...]:
        return tuple(self._choice(answer) for answer in self.instrument.answers)

    @cached_property
    def says(self) -> tuple[Choice, ...]:
        return tuple(self._choice(say) for say in self.instrument.says)

    @cached_property
    def kinds(self) -> tuple[Choice, ...]:
        return tuple(
            self._choice(kind, sentence="meaning") for kind in self.instrument.resident_kinds
        )

    @cached_property
    def groups(self) -> tuple[Choice, ...]:
        """The four groups by their plural, as this place calls them."""
        return tuple(
            Choice(group.key, self._start(group.plural), self._filled(group, "meaning"))
            for group in self.instrument.groups
        )

    def group_name(self, key: str, *, plural: bool = False) -> str:
        """Return what a group is called in a sentence: "councillor", "councillors"."""
        group = self.instrument.group(key)
        return self.words[group.plural if plural else group.singular]

    def ways_of(self, co: str) -> tuple[Choice, ...]:
        return tuple(self._choice(way) for way in self.instrument.ways_of(co))

    @cached_property
    def ways(self) -> Mapping[str, Choice]:
        return {way.key: self._choice(way) for way in self.instrument.ways}

    @cached_property
    def usual_levels(self) -> Mapping[str, str]:
        """At which level each way of working usually is: one person, a group, everybody."""
        return {way.key: way.level for way in self.instrument.ways}

    def co_of_way(self, key: str) -> str:
        return next(way.co for way in self.instrument.ways if way.key == key)

    def _question(self, co: str) -> Question:
        return self.instrument.question_for(co)

    def _choice(self, part: Worded, *, sentence: str = "sentence") -> Choice:
        return Choice(part.key, self._filled(part, "name"), self._filled(part, sentence))

    def _filled(self, part: Worded, field: str, **more: str) -> str:
        return fill(part.text(field, self.language), {**self.words, **more})

    def _start(self, word: str) -> str:
        return self.words[f"{word}_start"]


def wording_of(round_: Round, place: Place) -> Wording:
    """Return the texts of a round's own version of the instrument. One query, for the words."""
    language = get_language() or "en-gb"
    return Wording(
        load_instrument(round_.instrument_version),
        words_of(place, language),
        language.split("-")[0],
    )
