"""How many minutes people were asked for: an estimate, from what was asked of how many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from alongside.foundation.members.groups import group_name
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.reach.queries.order import GROUP_ORDER

# How long it takes to answer, in seconds; deliberately on the slow side, so that we rather say
# too much of people's time than too little. A question of about 30 words is read in 9 seconds at
# 200 words a minute, and choosing among seven answers takes about as long. A way of working is one
# short line and one tap. A free word is two sentences typed with a thumb, by those who write any.
SECONDS_A_QUESTION = 20
SECONDS_A_TAP = 6
SECONDS_A_FREE_WORD = 40


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked of how many people of a group. Count those asked, never those who answered."""

    group: str
    people: int
    questions: int
    taps: int = 0
    free_words: int = 0

    @property
    def seconds(self) -> int:
        """The estimate for one person."""
        return (
            self.questions * SECONDS_A_QUESTION
            + self.taps * SECONDS_A_TAP
            + self.free_words * SECONDS_A_FREE_WORD
        )


@dataclass(frozen=True, slots=True)
class MinutesAsked:
    """How much time a group was asked for: each person at most, and all together."""

    group: str
    minutes_each: int
    minutes_in_all: int
    sentence: str


def minutes_asked(askings: Iterable[Asking], *, words: Words) -> tuple[MinutesAsked, ...]:
    """Return the minutes asked of each group, over all that it was asked, rounded up."""
    told = list(askings)
    return tuple(
        _minutes_of(group, [asking for asking in told if asking.group == group], words)
        for group in GROUP_ORDER
        if any(asking.group == group for asking in told)
    )


def _minutes_of(group: str, askings: Sequence[Asking], words: Words) -> MinutesAsked:
    each = -(-sum(asking.seconds for asking in askings) // 60)
    in_all = -(-sum(asking.seconds * asking.people for asking in askings) // 60)
    sentence = ngettext(
        "%(group)s: about %(n)s minute each, %(all)s in all",
        "%(group)s: about %(n)s minutes each, %(all)s in all",
        each,
    )
    name = group_name(words, group, starts=True)
    told = {"group": name, "n": each, "all": _time(in_all)}
    return MinutesAsked(group, each, in_all, sentence % told)


def _time(minutes: int) -> str:
    if minutes < 120:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": f"{hours:,}"}
