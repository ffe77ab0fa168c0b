"""What to do where quotas can't be met together: the smallest change with which they can.

A change moves the least of a quota down or the most of one up, by whole people. The smallest has
the fewest steps in all, among those it moves the fewest quotas, and among those the ones that come
first by feature and value, a least before a most. The number of places and the
limit of a household stay as they are. Where quotas say how far they may move (`least_flex`,
`most_flex`), the change stays within that if it can; if it can't, that is said.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import optimize, sparse

from .errors import LotteriesError
from .kinds import Kinds
from .people import Quota, Task


@dataclass(frozen=True, slots=True)
class Move:
    """One quota that has to move: which side, from where to where."""

    feature: str
    value: str
    side: Literal["min", "max"]
    before: int
    after: int

    def __str__(self) -> str:
        return f"{self.feature}, {self.value}: {self.side} {self.before} -> {self.after}"


def smallest_relaxation(task: Task, kinds: Kinds) -> LotteriesError:
    """The error that says why there is no panel, and what would have to move for one.

    Its code is `too_few_people` where no change of quotas helps, else `quotas_impossible` with
    `moves` and `within_flex`.
    """
    quotas = sorted(task.quotas, key=lambda quota: (quota.feature, quota.value))
    within = _moves(kinds, quotas, flexible=True)
    moves = within if within is not None else _moves(kinds, quotas, flexible=False)
    if moves is None:
        most = _most_people(kinds)
        message = f"The pool can fill {most} places, and there are {kinds.size}."
        return LotteriesError("too_few_people", message, most=most, size=kinds.size)
    told = "; ".join(str(move) for move in moves)
    message = f"The quotas can't be met together. The smallest change with which they can: {told}."
    if within is None:
        message += " This goes further than min_flex and max_flex allow."
    return LotteriesError(
        "quotas_impossible", message, moves=tuple(moves), within_flex=within is not None
    )


def _moves(kinds: Kinds, quotas: list[Quota], *, flexible: bool) -> list[Move] | None:
    """The smallest change, by a whole-number programme; none if there is none."""
    many, rules, size = len(quotas), len(kinds.least), len(kinds)
    down, up = _room(kinds, quotas, flexible=flexible)
    unit = np.zeros((rules, many))
    unit[:many] = np.eye(many)
    none, one = np.zeros((many, size)), np.eye(many)
    table, empty = kinds.table, np.zeros((rules, many))
    # Columns: people of each kind, steps down, steps up, whether a quota moves down, up.
    blocks = [
        [table, unit, empty, empty, empty],
        [table, empty, -unit, empty, empty],
        [none, one, 0 * one, -one * np.maximum(down, 1), 0 * one],
        [none, 0 * one, one, 0 * one, -one * np.maximum(up, 1)],
        [np.ones((1, size)), *[np.zeros((1, many))] * 4],
    ]
    low = np.concatenate([kinds.least, np.full(rules + 2 * many, -np.inf), [kinds.size]])
    high = np.concatenate([np.full(rules, np.inf), kinds.most, np.zeros(2 * many), [kinds.size]])
    order = np.arange(2 * many).reshape(many, 2)
    one_less = 2 * many * many + 1  # a quota less is worth more than any order
    step = one_less * (2 * many + 1)  # and a step less more than any number of quotas
    found = optimize.milp(
        np.concatenate([np.zeros(size), np.full(2 * many, step), one_less + order.T.ravel()]),
        constraints=optimize.LinearConstraint(sparse.csr_array(np.block(blocks)), low, high),
        integrality=np.ones(size + 4 * many),
        bounds=optimize.Bounds(0, np.concatenate([kinds.caps, down, up, np.ones(2 * many)])),
        options={"mip_rel_gap": 0},
    )
    if found.x is None:
        return None
    steps = np.rint(found.x[size : size + 2 * many]).astype(int).tolist()
    moved = []
    for quota, fewer, more in zip(quotas, steps[:many], steps[many:], strict=True):
        if fewer:
            moved.append(_move(quota, "min", quota.least, quota.least - fewer))
        if more:
            moved.append(_move(quota, "max", quota.most, quota.most + more))
    return moved


def _move(quota: Quota, side: Literal["min", "max"], before: int, after: int) -> Move:
    return Move(quota.feature, quota.value, side, before, after)


def _room(kinds: Kinds, quotas: list[Quota], *, flexible: bool) -> tuple[np.ndarray, np.ndarray]:
    """How many steps each quota may move down and up."""
    down = np.array(
        [quota.least - flexible * min(quota.least_flex, quota.least) for quota in quotas]
    )
    up = np.array(
        [
            max(0, quota.most_flex - quota.most)
            if flexible and quota.most_flex is not None
            else max(0, kinds.size - quota.most)
            for quota in quotas
        ]
    )
    return down, up


def _most_people(kinds: Kinds) -> int:
    """How many places the pool can fill if no quota is asked for."""
    circle = kinds.rules[:, -1]
    held = np.bincount(circle, kinds.caps, len(kinds.least))
    last = len(kinds.least) - 1
    limited = np.minimum(held, kinds.most)
    return int(limited[kinds.quotas : last].sum() + held[last])
