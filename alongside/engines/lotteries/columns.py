"""Mixtures of panels that lift everybody as high as possible, panel by panel.

A lottery is a mixture: some panels, each with a share. `lifted` finds the mixture in which every
kind gets at least `floor + level * lift` people on average, for the largest level there is. It
solves that over the panels known so far (a linear programme), asks by the prices of that solution
for panels that would improve it (swaps first, the whole-number programme where swaps find none),
and stops where there are none, or where the level meets a ceiling that is known.

Source: Gilmore and Gomory (1961) for column generation; decisions on engines, 3.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy import optimize, sparse

from .chance import Stream
from .errors import LotteriesError
from .kinds import Floats, Ints, Kinds
from .programmes import best_panel
from .swaps import climbed

CLOSE = 1e-9
NEAR = 1e-9  # how near to a ceiling is there
AT_ONCE = 60  # known panels from which swaps begin, in one round
FEW = 5
NOISE = 0.3
CIRCLE = 5  # so many known panels in a row
LOOSE = 0.1


@dataclass(eq=False)
class Known:
    """The panels found so far, each once, in the order in which they were found."""

    kinds: Kinds
    panels: list[Ints] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)

    def add(self, panel: Ints) -> bool:
        """Keep a panel; whether it is new. One that breaks a rule is refused."""
        if (key := panel.tobytes()) in self.seen:
            return False
        if not self.kinds.allows(panel):
            raise LotteriesError("solver_failed", "A panel that breaks rules came up.")
        self.seen.add(key)
        self.panels.append(panel)
        return True

    def keep(self, chosen: Ints) -> None:
        """Forget all but some."""
        self.panels = [self.panels[at] for at in chosen]
        self.seen = {panel.tobytes() for panel in self.panels}


@dataclass(frozen=True, eq=False)
class Lifted:
    """A mixture, its level, what no mixture's level exceeds, and the prices that show it."""

    shares: Floats
    level: float
    ceiling: float
    prices: Floats


def spread(known: Known, goal: Floats, rounds: int) -> None:
    """Add panels whose mean comes near to `goal`, and such that all who can be are on some panel.

    Each panel makes up for what those before it lack. Where swaps lead in a circle, a programme
    that needn't find the best leads on.
    """
    kinds = known.kinds
    panel, behind, stuck = known.panels[0], np.zeros(len(kinds)), 0
    for _ in range(rounds):
        behind += goal - panel
        worth = behind / np.sqrt(kinds.counts)
        panel = climbed(kinds, panel, worth, most=12)
        stuck = 0 if known.add(panel) else stuck + 1
        if stuck == CIRCLE:
            panel, stuck = _somewhere(kinds, worth), 0
            known.add(panel)
    held = np.array(known.panels).any(axis=0)
    while (missing := (goal > CLOSE) & ~held).any():
        panel = _somewhere(kinds, missing.astype(float))
        known.add(panel)
        if not panel[missing].any():
            break
        held |= panel > 0


def _somewhere(kinds: Kinds, worth: Floats) -> Ints:
    found = best_panel(kinds, worth, gap=LOOSE)
    if found is None:
        raise LotteriesError("solver_failed", "The solver lost a panel that it had found.")
    return found[0]


def lifted(known: Known, lift: Floats, floor: Floats, ceiling: float) -> Lifted:
    """The mixture with the highest level. `known` must hold a panel, and gains others."""
    kinds, stream = known.kinds, Stream("swaps")
    while True:
        shares, level, prices = _mixture(known, lift, floor)
        if level >= ceiling * (1 - CLOSE) - NEAR:
            return Lifted(shares, level, ceiling, prices)
        needed = level + float(prices @ floor)
        enough = needed + CLOSE * max(abs(needed), 1)
        new = _by_swaps(known, prices, enough, stream)
        if new >= FEW:
            _forget(known, shares, prices, new)
            continue
        best = best_panel(kinds, prices)
        if best is None:
            raise LotteriesError("solver_failed", "The solver lost a panel that it had found.")
        panel, most = best
        if not ((prices @ panel > enough and known.add(panel)) or new):
            proved = max(level, most - float(prices @ floor))
            return Lifted(shares, level, min(ceiling, proved), prices)


def _mixture(known: Known, lift: Floats, floor: Floats) -> tuple[Floats, float, Floats]:
    """The best shares of the known panels, the level, and the price of each kind's row."""
    rows = np.flatnonzero((lift > 0) | (floor > 0))
    scale = np.maximum(lift, floor)[rows]
    held = np.array(known.panels, dtype=float)[:, rows] / scale
    matter = sparse.hstack(
        [-sparse.csr_array(held.T), sparse.csr_array((lift[rows] / scale)[:, None])]
    ).tocsr()
    found = optimize.linprog(
        np.append(np.zeros(len(held)), -1.0),
        A_ub=matter,
        b_ub=-(floor[rows] / scale) * (1 - CLOSE),
        A_eq=sparse.csr_array(np.append(np.ones(len(held)), 0.0)[None]),
        b_eq=[1.0],
        method="highs-ipm" if len(rows) > 200 else "highs-ds",
    )
    if found.x is None:
        raise LotteriesError("solver_failed", "The solver lost a mixture that it had found.")
    prices = np.zeros(len(known.kinds))
    prices[rows] = np.maximum(-found.ineqlin.marginals, 0) / scale
    return np.maximum(found.x[:-1], 0), float(-found.fun), prices


def _by_swaps(known: Known, prices: Floats, enough: float, stream: Stream) -> int:
    """Add what swaps find from the panels that are worth most; how many are new."""
    worth = np.array(known.panels) @ prices
    new = 0
    for at in np.argsort(-worth, kind="stable")[:AT_ONCE]:
        shaken = prices * (1 + NOISE * stream.fractions(len(prices)))
        panel = climbed(known.kinds, known.panels[at], shaken)
        panel = climbed(known.kinds, panel, prices)
        if prices @ panel > enough:
            new += known.add(panel)
    return new


def _forget(known: Known, shares: Floats, prices: Floats, new: int) -> None:
    """Where panels are many, keep those in use, the new ones, and those nearest to use."""
    most = 2 * len(known.kinds) + 200
    if len(known.panels) <= most:
        return
    worth = np.array(known.panels) @ prices
    worth[: len(shares)][shares > 0] = np.inf
    worth[-new:] = np.inf
    known.keep(np.sort(np.argsort(-worth, kind="stable")[: most // 2 + len(known.kinds) // 2]))
