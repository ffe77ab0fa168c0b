"""What items cost and how much there is: money, staff days, or any other limit.

Costs are whole numbers in a unit that the caller chooses, such as pence or half days.

Source: house, decision 4.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

import numpy as np

from .errors import PrioritiesError, named
from .ratings import Ints

LARGEST = 2**53
"""Whole numbers up to here survive spreadsheets and JSON."""


@dataclass(frozen=True)
class Limit:
    """At most so much, and what each item takes of it; a cost that nobody knows is none."""

    name: str
    most: int
    costs: Mapping[str, int | None]


def cost_table(limits: Sequence[Limit], items: Sequence[str]) -> tuple[Ints, Ints]:
    """Costs of the items, shape (limits, items), and the limits themselves.

    Raises `PrioritiesError`: `no_limits`, `named_twice`, `limit_impossible`, `costs_missing`,
    `cost_impossible`.
    """
    if not limits:
        raise PrioritiesError("no_limits", "Name at least one limit, such as money.")
    names = [limit.name for limit in limits]
    if again := sorted({name for name in names if names.count(name) > 1}):
        message = f"Each limit has one name: {named(again)} stands there twice."
        raise PrioritiesError("named_twice", message, names=tuple(again))
    for limit in limits:
        _refuse_unclear(limit, items)
    costs = [[limit.costs[item] for item in items] for limit in limits]
    most = [min(int(limit.most), LARGEST) for limit in limits]
    return np.array(costs, dtype=np.int64).reshape(len(limits), len(items)), np.array(most)


def refuse_too_dear(
    limits: Sequence[Limit], items: Sequence[str], costs: Ints, must: Collection[str]
) -> None:
    """Raises `PrioritiesError`: `must_exceeds_limit`, and `nothing_fits` when there is nothing that
    must be in and every item alone is over some limit.
    """
    taken = np.array([item in must for item in items], dtype=np.bool_)
    for limit, needed in zip(limits, costs[:, taken].sum(axis=1).tolist(), strict=True):
        if needed > limit.most:
            message = f"What must be in takes {needed} of {limit.name}, and there is {limit.most}."
            raise PrioritiesError(
                "must_exceeds_limit", message, limit=limit.name, needed=needed, most=limit.most
            )
    most = np.array([[limit.most] for limit in limits])
    if not must and len(items) and (costs > most).any(axis=0).all():
        tight = [
            limit.name for limit, row in zip(limits, costs, strict=True) if row.min() > limit.most
        ]
        message = f"No item fits into {named(tight or [limit.name for limit in limits])}."
        raise PrioritiesError("nothing_fits", message, limits=tuple(tight))


def _refuse_unclear(limit: Limit, items: Sequence[str]) -> None:
    if not _is_whole(limit.most) or limit.most < 0:
        message = f"The limit of {limit.name} is a whole number from 0 upwards."
        raise PrioritiesError("limit_impossible", message, limit=limit.name)
    missing = [item for item in items if _is_missing(limit.costs.get(item))]
    if missing:
        message = f"Nobody has said what {named(missing)} takes of {limit.name}."
        raise PrioritiesError("costs_missing", message, limit=limit.name, items=tuple(missing))
    wrong = [
        item
        for item in items
        if not _is_whole(cost := limit.costs[item]) or not 0 <= cost <= LARGEST // 1024
    ]
    if wrong:
        message = f"{named(wrong)}: {limit.name} is counted in whole numbers from 0 upwards."
        raise PrioritiesError("cost_impossible", message, limit=limit.name, items=tuple(wrong))


def _is_whole(number: object) -> TypeGuard[int]:
    return isinstance(number, int | np.integer)


def _is_missing(cost: object) -> bool:
    return cost is None or (isinstance(cost, float) and math.isnan(cost))
