"""What stands on each invented respondent's sheet: answers, ways of working, a free word.

Pure: no database. The sheet has the same content as one that somebody filled in on a page.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from alongside.site.demo.crowd import Respondent
from alongside.site.demo.opinions import SEED, Opinion, View, opinions
from alongside.star.framework.instrument import load_instrument

MOST_REPORTERS = 4
LIKELY_TO_SAY_WHAT_THEY_BRING = 0.4
LIKELY_TO_WISH_FOR_MORE = 0.3


@dataclass(frozen=True, slots=True)
class Told:
    """One "we do this"."""

    service: str
    way: str
    groups: tuple[str, ...]
    level: str
    what_they_bring: str
    wish_to_do_more: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A free word, and whether it was released, waits to be read, or is kept back."""

    text: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DemoSheet:
    """Everything that one respondent said in one map."""

    who: Respondent
    opinions: tuple[Opinion, ...]
    reports: tuple[Told, ...]
    word: Word | None

    def payload(self, slugs: Mapping[str, str]) -> dict[str, Any]:
        """Return the sheet as plain values, as pages send it; `slugs` of services by key."""
        answers: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for one in self.opinions:
            answers[slugs[one.service]][one.co] = [one.code, one.say]
        ways: dict[str, dict[str, list[Any]]] = defaultdict(dict)
        for told in self.reports:
            ways[slugs[told.service]][told.way] = [
                sorted(told.groups), told.level, told.what_they_bring, "", told.wish_to_do_more,
            ]  # fmt: skip
        word = self.word.text if self.word else ""
        return {"kind": self.who.kind, "answers": answers, "ways": ways, "word": word}


def sheets(
    people: Sequence[Respondent],
    view: View,
    *,
    reported: Sequence[Mapping[str, Any]],
    brings: Sequence[str],
    words: Sequence[Word],
) -> list[DemoSheet]:
    """Return the sheet of each respondent of a map."""
    reports = _reports(people, view, reported, brings)
    authors = _authors(people, view, words)
    return [
        DemoSheet(
            who=who,
            opinions=tuple(opinions(who.key, who.group, who.services, view)),
            reports=tuple(reports[who.key]),
            word=authors.get(who.key),
        )
        for who in people
    ]


def _reports(
    people: Sequence[Respondent],
    view: View,
    reported: Sequence[Mapping[str, Any]],
    brings: Sequence[str],
) -> dict[str, list[Told]]:
    """Let some of those who work in a service report each of its practices."""
    levels = {way.key: way.level for way in load_instrument().ways}
    found: dict[str, list[Told]] = defaultdict(list)
    for practice in reported:
        service, way = practice["service"], practice["way"]
        chance = Random(f"{SEED}:{view.name}:{service}:{way}")  # noqa: S311 - a story
        there = [p for p in people if p.group in {"manager", "staff"} and service in p.services]
        for who in chance.sample(there, min(chance.randint(1, MOST_REPORTERS), len(there))):
            says_what = chance.random() < LIKELY_TO_SAY_WHAT_THEY_BRING
            found[who.key].append(
                Told(
                    service,
                    way,
                    tuple(practice["groups"]),
                    levels[way],
                    chance.choice(brings) if says_what else "",
                    chance.random() < LIKELY_TO_WISH_FOR_MORE,
                )
            )
    return found


def _authors(people: Sequence[Respondent], view: View, words: Sequence[Word]) -> dict[str, Word]:
    residents = [who.key for who in people if who.group == "resident"]
    chance = Random(f"{SEED}:words:{view.name}")  # noqa: S311 - a story
    return dict(zip(chance.sample(residents, len(words)), words, strict=True))
