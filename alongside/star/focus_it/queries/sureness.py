"""How sure the order is: how often an item would be a quick win, or among the first, with others.

Worked out from the counts that a release shows and from nothing else, so it tells nothing more
(decision 0029). Everybody counts alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alongside.engines.priorities import VERSION as PRIORITIES_VERSION
from alongside.engines.priorities import (
    Better,
    Lines,
    PrioritiesError,
    Quadrant,
    Ratings,
    Standing,
    robustness,
    sensitivity,
)
from alongside.engines.priorities import Criterion as Weighed
from alongside.star.focus_it.models import Criterion
from alongside.star.focus_it.queries.cells import ALL
from alongside.star.focus_it.queries.releases import weights_of

ENGINES = {"priorities": PRIORITIES_VERSION}
# In words of the engine: what a page can explain better than it can.
NOTHING_SHOWN, ALL_FIRST = "nothing_shown", "all_first"

type Bundle = Mapping[str, Any]


def sureness_figures(
    bundle: Bundle, criteria: Sequence[Criterion], *, first: int, seed: int
) -> dict[str, Any]:
    """Return the bundle of a release of sureness; `refused` says why where there is none.

    Keys: turn, first, weights, draws, items, sways. Of an item, in how many of 100 re-runs it is a
    quick win, and among the first so many; its place, and whether it is among them now.
    """
    told = {"turn": bundle["turn"], "first": first, "weights": weights_of(criteria)}
    try:
        return {**told, **_figures(bundle, criteria, first=first, seed=seed)}
    except PrioritiesError as error:
        return {**told, "refused": error.code, "items": [], "sways": []}


def _figures(
    bundle: Bundle, criteria: Sequence[Criterion], *, first: int, seed: int
) -> dict[str, Any]:
    ratings = ratings_of(bundle, criteria)
    if len(ratings.items) <= first:
        raise PrioritiesError(ALL_FIRST, "Whatever the order, all of them come first.")
    by = weighed(criteria)
    lines = Lines(impact_from=bundle["line"], effort_to=bundle["line"])
    found = robustness(ratings, by, first=first, seed=seed, lines=lines)
    sways = sensitivity(ratings, by, first=first)
    return {
        "draws": found.draws,
        "items": [_item(standing) for standing in found.standings],
        "sways": [
            {
                "criterion": sway.criterion,
                "leaves": [int(item) for item in sway.leaves],
                "enters": [int(item) for item in sway.enters],
            }
            for sway in sways.weights
            if sway.leaves or sway.enters
        ],
    }


def ratings_of(bundle: Bundle, criteria: Sequence[Criterion]) -> Ratings:
    """Return the counts of everybody together, as the engine takes them.

    Raises `PrioritiesError`, `nothing_shown`, where no item is shown.
    """
    keys = [criterion.key for criterion in criteria]
    tallies = list(_tallies(bundle, keys))
    numbers = list(dict.fromkeys(number for _group, number, _key, _counts in tallies))
    if not numbers:
        raise PrioritiesError(NOTHING_SHOWN, "Too few ratings are shown.")
    return Ratings.of_tallies(tallies, items=numbers, criteria=keys)


def _tallies(bundle: Bundle, keys: Sequence[str]) -> Iterator[tuple[str, str, str, Sequence[int]]]:
    for item in bundle["items"]:
        for key in keys:
            counts = item["figures"].get(key, {}).get(ALL)
            if counts:
                yield "", str(item["number"]), key, counts


def weighed(criteria: Sequence[Criterion]) -> list[Weighed]:
    """Return the questions as the engine takes them."""
    return [
        Weighed(
            criterion.key,
            Better.LOWER if criterion.less_is_better else Better.HIGHER,
            criterion.weight,
        )
        for criterion in criteria
    ]


def _item(standing: Standing) -> dict[str, Any]:
    chances = standing.chances
    return {
        "number": int(standing.item),
        "place": standing.place,
        "in_first": standing.in_first,
        "first": _of_hundred(standing.first_chance),
        "quick_win": _of_hundred(chances[Quadrant.QUICK_WIN] if chances else None),
    }


def _of_hundred(chance: float | None) -> int | None:
    return None if chance is None else of_hundred(chance)


def of_hundred(share: float) -> int:
    """Whole hundredths; 0 and 100 are kept for never and always.

    >>> [of_hundred(share) for share in (0, 0.0001, 0.5, 0.9999, 1)]
    [0, 1, 50, 99, 100]
    """
    return round(100 * share) if share in {0, 1} else min(99, max(1, round(100 * share)))
