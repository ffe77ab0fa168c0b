"""A second, slow implementation: every panel there is, and linear programmes person by person.

It shares no code with the engine.
"""

import itertools
from collections import Counter

import numpy as np
from scipy.optimize import linprog

from alongside.engines.lotteries import Quota, Task


def keeps(task: Task, panel, quotas=None) -> bool:
    """Whether a panel of people keeps to quotas and to the limit of each household."""
    for quota in quotas or task.quotas:
        count = sum(person.values.get(quota.feature) == quota.value for person in panel)
        if not quota.least <= count <= quota.most:
            return False
    homes = Counter(person.household for person in panel if person.household is not None)
    taken = task.places_taken
    return all(n + taken.get(home, 0) <= task.per_household for home, n in homes.items())


def panels(task: Task, quotas=None) -> np.ndarray:
    """Every panel there is: panels x people, 1 for those on it."""
    found = [
        [int(person in panel) for person in task.people]
        for panel in itertools.combinations(task.people, task.size)
        if keeps(task, panel, quotas)
    ]
    return np.array(found, dtype=float).reshape(len(found), len(task.people))


def _solve(goal, held, floor, who):
    """Shares of panels with the highest `goal`, everybody in `who` at `floor + lift` at least."""
    size = len(held)
    above = np.hstack([-held.T, who[:, None]])
    found = linprog(
        -goal,
        A_ub=above,
        b_ub=-floor,
        A_eq=np.append(np.ones(size), 0.0)[None],
        b_eq=[1.0],
        bounds=[(0, None)] * size + [(0, None)],
    )
    assert found.status == 0
    return -found.fun


def lowest(task: Task) -> float:
    """The highest lowest chance, over those who are on some panel."""
    held = panels(task)
    held = held[:, held.any(axis=0)]
    goal = np.append(np.zeros(len(held)), 1.0)
    return _solve(goal, held, np.zeros(held.shape[1]), np.ones(held.shape[1]))


def leximin(task: Task) -> dict[str, float]:
    """Everybody's chance: who can't be above the level while nobody falls below theirs stays."""
    held = panels(task)
    can = held.any(axis=0)
    free, level = can.copy(), np.zeros(len(can))
    while free.any():
        goal = np.append(np.zeros(len(held)), 1.0)
        top = _solve(goal, held, np.where(free, 0.0, level - 1e-9), free.astype(float))
        now = np.where(free, top - 1e-9, level - 1e-9)
        for person in np.flatnonzero(free):
            alone = np.append(held[:, person], 0.0)
            if _solve(alone, held, now, np.zeros(len(can))) < top + 1e-6:
                free[person], level[person] = False, top
    return {person.id: float(level[at]) for at, person in enumerate(task.people)}


def smallest_change(task: Task) -> tuple[int, int] | None:
    """Fewest steps, then fewest quotas, with which some panel fits; over every panel there is."""
    best = None
    for panel in itertools.combinations(task.people, task.size):
        if not keeps(task, panel, [Quota("", "", 0, len(panel))]):
            continue
        steps = []
        for quota in task.quotas:
            count = sum(person.values.get(quota.feature) == quota.value for person in panel)
            steps.append(max(0, quota.least - count) + max(0, count - quota.most))
        found = (sum(steps), sum(step > 0 for step in steps))
        best = found if best is None or found < best else best
    return best
