"""Time searches in a filled installation, beside looking through every text; print JSON."""

import json
import statistics
import time
from collections.abc import Callable

import django

TIMES = 15


def main() -> None:
    """Set Django up, measure, and print."""
    django.setup()
    print(json.dumps(_measure()))


def _measure() -> dict[str, dict[str, float]]:
    from bench.search_content import vocabulary  # noqa: PLC0415 - needs the set-up

    words = vocabulary()
    rare = [words[rank] for rank in range(20_000, 20_000 + TIMES)]
    middling = [words[rank] for rank in range(300, 300 + TIMES)]
    common = words[:TIMES]
    asked = {
        "a rare word": rare,
        "a word of one text in 50": middling,
        "a word of most texts": common,
        "two words": [f"{a} {b}" for a, b in zip(middling, common, strict=True)],
        "the beginning of a word": [word[:3] for word in middling],
        "a word with a slip": [f"{word[:2]}x{word[3:]}q" for word in rare],
    }
    return {name: _timed(typed) for name, typed in asked.items()}


def _timed(asked: list[str]) -> dict[str, float]:
    from alongside.foundation.history.actor import ANONYMOUS  # noqa: PLC0415
    from alongside.foundation.search.models import SearchRow  # noqa: PLC0415
    from alongside.foundation.search.queries import find  # noqa: PLC0415

    def through_all(typed: str) -> None:
        rows = SearchRow.objects.unscoped(reason="a yardstick")
        for word in typed.split():
            rows = rows.filter(text__icontains=word)
        list(rows.order_by("pk")[:20])

    find(ANONYMOUS, asked[0])
    ours = [_milliseconds(lambda typed=typed: find(ANONYMOUS, typed)) for typed in asked]
    plain = [_milliseconds(lambda typed=typed: through_all(typed)) for typed in asked[:3]]
    ours.sort()
    return {
        "median": statistics.median(ours),
        "most": ours[-1],
        "plain": statistics.median(plain),
    }


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
