"""Put 2,000 cases into an empty installation, half of them told in full; print where to look.

Words are drawn as in `search_content`. Run by `installation` in a process of its own, with that
installation's settings.
"""

import json
import random
import time
from itertools import accumulate
from typing import Any

import django

CASES = 2_000
FULL = 1_000
PLACES = 32
COS = ("commission", "design", "deliver", "assess")
OUTCOMES = ("health", "connected", "safety", "skills", "service")
AREAS = tuple(f"Service area {number}" for number in range(20))
WAYS = tuple(f"way of working {number}" for number in range(14))


def main() -> None:
    """Set Django up, fill, and print."""
    django.setup()
    print(json.dumps(_fill()))


class Words:
    """Made-up prose, the same each time."""

    def __init__(self) -> None:
        from bench.search_content import vocabulary  # noqa: PLC0415 - needs the set-up

        self.chance = random.Random(3)
        self.known = vocabulary()
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.known) + 1)))

    def some(self, count: int) -> str:
        return " ".join(self.chance.choices(self.known, cum_weights=self.weights, k=count))


def _fill() -> dict[str, object]:
    from django.test import Client  # noqa: PLC0415

    from alongside.learning.case_studies.actions.likening import work_out_likeness  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    world = make_world()
    words = Words()
    practices = _practices(world.nation, words)
    _tell(world, practices[:FULL], words)
    began = time.process_time()
    work_out_likeness(world.nation)
    took = time.process_time() - began
    client = Client()
    client.force_login(world.cara.user)
    return {
        "cases": CASES,
        "full": FULL,
        "liken_seconds": took,
        "cookie": client.cookies["sessionid"].value,
        "pages": _pages(practices, words),
    }


def _practices(nation: Any, words: Words) -> list[Any]:
    from alongside.foundation.practices.models import Practice  # noqa: PLC0415
    from alongside.foundation.practices.queries.searchable import entry_of  # noqa: PLC0415
    from alongside.foundation.search.actions import keep_in_search  # noqa: PLC0415

    chance = words.chance
    made = Practice.objects.bulk_create(
        (
            Practice(
                place=nation,
                slug=f"case-{number}",
                title=f"{words.some(5)} {number}",
                nation_name="Scotland",
                council_area=f"Area {number % PLACES}",
                service_area=chance.choice(AREAS),
                co=chance.choice(COS),
                approach=chance.choice(WAYS),
                what_happens=words.some(40),
                rests_on=chance.choice(Practice.Basis.values),
                source="Made up",
                body=words.some(700) if number < FULL else "",
            )
            for number in range(CASES)
        ),
        batch_size=200,
    )
    keep_in_search(entry_of(practice) for practice in made)
    return list(made)


def _tell(world: Any, practices: list[Any], words: Words) -> None:
    from uuid import uuid4  # noqa: PLC0415

    from alongside.learning.case_studies.models import CaseLabel, PublishedCase  # noqa: PLC0415
    from tests.telling import TOLD  # noqa: PLC0415

    prose = ("introduction", "objectives", "leadership", "outcomes", "learning", "did_not_work")
    PublishedCase.objects.bulk_create(
        (
            PublishedCase(
                place=world.nation,
                practice=practice,
                partnership=world.strathmuir,
                case_id=uuid4(),
                **(TOLD | {"title": practice.title} | {name: words.some(110) for name in prose}),
            )
            for practice in practices
        ),
        batch_size=200,
    )
    CaseLabel.objects.bulk_create(
        (
            CaseLabel(place=world.nation, practice=practice, kind=kind, key=key)
            for practice in practices
            for kind, key in (
                ("co", practice.co),
                ("approach", practice.approach),
                ("outcome", words.chance.choice(OUTCOMES)),
            )
        ),
        batch_size=500,
    )


def _pages(practices: list[Any], words: Words) -> dict[str, str]:
    cases, nation = "/learn/cases/", "caldonia"
    full, short = practices[0].slug, practices[-1].slug
    common, rare = words.known[3], words.known[900]
    return {
        "list": cases,
        "list, last page": f"{cases}?page=84",
        "list, a common word": f"{cases}?words={common}",
        "list, a rare word": f"{cases}?words={rare}",
        "list, three filters": f"{cases}?co=deliver&outcome=safety&rests_on=counted",
        "case, in full": f"{cases}{nation}/{full}/",
        "case, short": f"{cases}{nation}/{short}/",
        "side by side": f"{cases}compare/?a={nation}/{full}&b={nation}/{short}",
    }


if __name__ == "__main__":
    main()
