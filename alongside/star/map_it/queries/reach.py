"""Who a map has not heard, and how much of people's time it asked for; read from its release."""

from collections.abc import Mapping
from typing import Any

from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.reach.queries import (
    Asking,
    Heard,
    MinutesAsked,
    Silence,
    minutes_asked,
    not_heard,
)
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import Round

Bundle = Mapping[str, Any]
RESIDENT = "resident"


def silences(
    round_: Round, bundle: Bundle, words: Words, services: Mapping[str, Service]
) -> tuple[Silence, ...]:
    """Return the voices that are missing, the most serious first.

    Of a service it is only known whether something is shown: that is all the release tells.
    """
    shown = {tuple(pair) for pair in bundle["heard"]}
    rows = []
    for group in Group.values:
        facts = bundle["people"][group]
        heard = facts["answered"] + facts.get("by_name", 0)
        rows.append(Heard(group, heard, facts["asked"]))
        if facts["state"] == "shown" and not facts["into"]:
            rows += [
                Heard(
                    group,
                    round_.minimum if (group, slug) in shown else 0,
                    service=services[slug].name,
                )
                for slug in bundle["services"]
            ]
    return not_heard(rows, minimum=round_.minimum, words=words)


def minutes(round_: Round, bundle: Bundle, words: Words) -> tuple[MinutesAsked, ...]:
    """Return about how many minutes each shown group was asked for."""
    ways = len(load_instrument(round_.instrument_version).ways)
    return tuple(
        minutes_asked(
            [
                Asking(
                    group,
                    people=bundle["people"][group]["asked"] or bundle["people"][group]["answered"],
                    questions=questions,
                    taps=0 if group == RESIDENT else ways,
                    free_words=1,
                )
                for group, questions in bundle["questions"].items()
            ],
            words=words,
        )
    )
