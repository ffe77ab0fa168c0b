"""Put 200,000 things that can be found into an empty installation; print how many there are.

Words are drawn as words are in a language: the n-th is used 1/n as often as the first. Run by
`installation` in a process of its own, with that installation's settings.
"""

import json
import random
import time

import django

ROWS = 200_000
WORDS_OF_A_TEXT = 60
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
)


def main() -> None:
    """Set Django up, fill, and print."""
    django.setup()
    print(json.dumps(_fill()))


def vocabulary() -> list[str]:
    """Some 50,000 words of two to four syllables, the commonest first."""
    chance = random.Random(1)
    words = dict.fromkeys(
        "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(120_000)
    )
    return list(words)


def _fill() -> dict[str, object]:
    from alongside.foundation.search.actions import keep_in_search  # noqa: PLC0415 - needs the set-up
    from alongside.foundation.search.kinds import Entry  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    place = make_world().strathmuir
    chance, words = random.Random(2), vocabulary()
    weights, total = [], 0.0
    for rank in range(1, len(words) + 1):
        total += 1 / rank
        weights.append(total)

    def entry(number: int) -> Entry:
        said = chance.choices(words, cum_weights=weights, k=WORDS_OF_A_TEXT + 4)
        return Entry(
            "activity",
            str(number),
            place.pk,
            " ".join(said[:4]),
            " ".join(said[4:]),
            public_path=f"/{{place}}/activities/{number}/",
        )

    began = time.perf_counter()
    for at in range(0, ROWS, 10_000):
        keep_in_search(entry(number) for number in range(at, at + 10_000))
    return {"rows": ROWS, "seconds": time.perf_counter() - began}


if __name__ == "__main__":
    main()
