"""What fits into limits of money and staff days: the set that is worth most, exactly.

Worth is what people said of impact and whatever else was asked; effort is left out, since money and
days count it already. Worked out from the counts that a release shows (decision 0029).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alongside.engines.priorities import VERSION, BestSet, Limit, PrioritiesError, best_set
from alongside.star.focus_it.models import Choice, Criterion, Item
from alongside.star.focus_it.queries.readings import EFFORT
from alongside.star.focus_it.queries.sureness import Bundle, of_hundred, ratings_of, weighed

MONEY, DAYS = "money_pence", "staff_days"
ENGINE = f"priorities {VERSION}"


def fitting_figures(
    bundle: Bundle,
    criteria: Sequence[Criterion],
    items: Iterable[Item],
    *,
    most: Mapping[str, int],
    seed: int,
) -> dict[str, Any]:
    """Return what a choice shows; `refused` says why where there is none.

    `most` holds the limits that there are. Keys: chosen, spent, shares (in how many of 100 re-runs
    each item is in the best set), proved, costs (as they stood), unpriced (out, because nobody has
    said what they take), unrated, draws.
    """
    costs = {str(item.number): _takes(item, most) for item in items}
    unpriced = [number for number, takes in costs.items() if None in takes.values()]
    told = {"costs": costs, "unpriced": [int(number) for number in unpriced]}
    try:
        found = _best(bundle, criteria, costs, most=most, seed=seed)
    except PrioritiesError as error:
        return {**told, "refused": error.code}
    return {**told, **_told(found)}


def _takes(item: Item, most: Mapping[str, int]) -> dict[str, int | None]:
    takes = {MONEY: item.cost_pence, DAYS: item.staff_days}
    return {name: takes[name] for name in most}


def _best(
    bundle: Bundle,
    criteria: Sequence[Criterion],
    costs: Mapping[str, Mapping[str, int | None]],
    *,
    most: Mapping[str, int],
    seed: int,
) -> BestSet:
    counting = [criterion for criterion in criteria if criterion.key != EFFORT]
    ratings = ratings_of(bundle, counting)
    out = {n for n in ratings.items if n not in costs or None in costs[n].values()}
    limits = [
        Limit(name, amount, {n: costs[n][name] for n in ratings.items if n not in out})
        for name, amount in most.items()
    ]
    return best_set(ratings, weighed(counting), limits, seed=seed, must_not=out)


def _told(found: BestSet) -> dict[str, Any]:
    return {
        "chosen": [int(number) for number in found.chosen],
        "spent": dict(found.spent),
        "proved": found.proved,
        "shares": {n: None if s is None else of_hundred(s) for n, s in found.shares.items()},
        "unrated": [int(number) for number in found.unrated],
        "draws": found.draws,
    }


def limits_of(choice: Choice) -> dict[str, int]:
    """Return the limits that a choice keeps to."""
    asked = {MONEY: choice.money_pence, DAYS: choice.staff_days}
    return {name: amount for name, amount in asked.items() if amount is not None}
