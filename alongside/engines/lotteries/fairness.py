"""The fairest mixture of panels.

*Maximin*: the lowest chance that anyone has is as high as any lottery can make it. *Leximin*: and
among these lotteries the second lowest is as high as possible, then the third, and so on to the
end. Leximin is the fairer, and settles the chances of everybody; maximin leaves open how the rest
is shared out, and takes a small part of the time where there are many kinds.

The relaxation (see `programmes`) tells the fairest chances if people could be divided. Mostly a
mixture of true panels has the very same chances, and then it is the fairest. If not, levels are
raised one after the other over panels alone: whoever has a price at the highest level stays there.

Who is on no panel at all, whatever the others do, is left out of this: nobody can give them a
chance, and their 0 would make every lottery as good as any other.

Source: Flanigan and others (2021), see `kinds`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .columns import Known, Lifted, lifted, spread
from .kinds import Floats, Ints, Kinds
from .programmes import Relaxed, best_panel, relaxed

EDGE = 1e-9
AFFORDABLE = 250
"""Kinds up to which leximin takes seconds; `automatic` is maximin beyond."""
WANTED = 1 - 1e-8
ROUNDS = {"maximin": 0.5, "leximin": 1.5}


@dataclass(frozen=True, eq=False)
class Mixture:
    """Panels with their shares, what the lowest chance can't exceed, and who has none."""

    panels: list[Ints]
    shares: Floats
    ceiling: float
    possible: NDArray[np.bool_]


def fairest(kinds: Kinds, fairness: str) -> Mixture | None:
    """The mixture that is fair in the sense of `maximin` or `leximin`; none if no panel fits."""
    outlook = relaxed(kinds)
    if outlook is None:
        return None
    goal = outlook.chances * kinds.counts
    first = best_panel(kinds, outlook.chances / kinds.counts, gap=0.1)
    if first is None:
        return None
    known = Known(kinds)
    known.add(first[0])
    spread(known, goal, int(ROUNDS[fairness] * len(kinds)) + 20)
    if fairness == "leximin":
        whole = lifted(known, goal, np.zeros(len(kinds)), 1.0)
        if whole.level >= WANTED:
            return Mixture(known.panels, whole.shares, outlook.ceiling, outlook.chances > EDGE)
    return _by_levels(known, outlook, deep=fairness == "leximin")


def _by_levels(known: Known, outlook: Relaxed, *, deep: bool) -> Mixture:
    """Raise the lowest level over true panels; if `deep`, then the next, to the end."""
    kinds = known.kinds
    possible = outlook.chances > EDGE
    free, floor = possible.copy(), np.zeros(len(kinds))
    bound, top = None, outlook.ceiling
    while True:
        step = lifted(known, np.where(free, kinds.counts, 0.0), floor, top)
        held = free & _priced(step, kinds)
        top = 1.0  # the outlook is for the lowest level, and for everybody whom it gave a chance
        if step.level <= EDGE:  # no panel holds any of those with a price
            possible &= ~held
            free &= ~held
            continue
        bound = step.ceiling if bound is None else bound
        floor = np.where(held, step.level * kinds.counts, floor)
        free &= ~held
        if not deep or not free.any():
            return Mixture(known.panels, step.shares, bound, possible)


def _priced(step: Lifted, kinds: Kinds) -> NDArray[np.bool_]:
    """Those who hold the level down; the dearest at least, so that each step ends for somebody."""
    price = step.prices * kinds.counts
    return price > min(EDGE, float(price.max()) / 2)
