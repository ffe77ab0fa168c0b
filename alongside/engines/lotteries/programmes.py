"""Questions about all panels at once, put to scipy's solver (HiGHS).

*All panels* are whole numbers of each kind that keep to every rule. The *relaxation* also allows
parts of a person: a larger set, so what nothing in it exceeds, no panel and no lottery exceeds.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy import optimize, sparse

from .errors import LotteriesError
from .kinds import Floats, Ints, Kinds

SURE = 1e-9
SLACKS = (1e-9, 1e-8, 1e-7, 1e-6)


def best_panel(kinds: Kinds, worth: Floats, *, gap: float = 0) -> tuple[Ints, float] | None:
    """The panel that is worth most, and what no panel exceeds; none where there is no panel."""
    table = sparse.csr_array(np.vstack([kinds.table, np.ones(len(kinds))]))
    rows = optimize.LinearConstraint(
        table, np.append(kinds.least, kinds.size), np.append(kinds.most, kinds.size)
    )
    found = optimize.milp(
        -worth,
        constraints=rows,
        integrality=np.ones(len(kinds)),
        bounds=optimize.Bounds(0, kinds.caps),
        options={"mip_rel_gap": gap},
    )
    if found.x is None:
        return None
    panel = np.rint(found.x).astype(np.int64)
    if not kinds.allows(panel):
        raise LotteriesError("solver_failed", "The solver answered with a panel that breaks rules.")
    bound = -float(found.mip_dual_bound)
    return panel, max(bound, float(worth @ panel))


@dataclass(frozen=True, eq=False)
class Relaxed:
    """The fairest chances in the relaxation: for each kind, and what the lowest can't exceed.

    `ceiling` is proved by exact arithmetic, over the kinds that have a chance at all.
    """

    chances: Floats
    ceiling: float


def relaxed(kinds: Kinds) -> Relaxed | None:
    """Raise the lowest chance as far as it goes, hold it, raise the next; none if nothing fits.

    Which kinds are held at a level is read from the prices of the programme: who has a price can't
    be raised further. Levels are held a hair lower, since the solver's figures are rounded.
    """
    free = np.ones(len(kinds), dtype=bool)
    chances, ceiling = np.zeros(len(kinds)), None
    while free.any():
        found = _raised(kinds, free, chances)
        if found is None:
            if free.all():
                return None
            raise LotteriesError("solver_failed", "The solver lost a lottery that it had found.")
        level, price = float(-found.fun), -found.ineqlin.marginals[: len(kinds)] * kinds.counts
        held = free & (price > SURE)
        if level > 1 - SURE or not held.any():
            held = free.copy()
        if level <= SURE:
            level = 0.0
        elif ceiling is None:
            ceiling = _ceiling(kinds, np.where(free, np.maximum(price, 0), 0))
        chances[held] = level
        free &= ~held
    return Relaxed(chances, 0.0 if ceiling is None else ceiling)


def _raised(
    kinds: Kinds, free: Ints | np.ndarray, chances: Floats
) -> optimize.OptimizeResult | None:
    size = len(kinds)
    table = sparse.csr_array(kinds.table)
    apart = sparse.csr_array((len(kinds.least), 1))
    lift = sparse.csr_array(np.where(free, kinds.counts, 0.0)[:, None])
    above = sparse.vstack(
        [
            sparse.hstack([-sparse.eye_array(size), lift]),
            sparse.hstack([table, apart]),
            sparse.hstack([-table, apart]),
        ]
    ).tocsr()
    for slack in SLACKS:
        floor = np.where(free, 0, -chances * (1 - slack) * kinds.counts)
        found = optimize.linprog(
            np.append(np.zeros(size), -1.0),
            A_ub=above,
            b_ub=np.concatenate([floor, kinds.most, -kinds.least]),
            A_eq=sparse.csr_array(np.append(np.ones(size), 0.0)[None]),
            b_eq=[kinds.size],
            bounds=[(0, cap) for cap in kinds.caps] + [(0, 1)],
        )
        if found.x is not None:
            return found
    return None


def _ceiling(kinds: Kinds, price: Floats) -> float:
    """What the lowest chance can't exceed, from any weights of the kinds, in exact arithmetic.

    If everybody has the chance t at least, so has any mean of people; and no panel holds more of
    the weights than the relaxation does. Any prices of the rules bound that from above (weak
    duality), and the solver's are good ones. Fractions, so that nothing is lost by rounding.
    """
    total = price.sum()
    if total <= 0:
        return 1.0
    worth = price / total / kinds.counts
    table = sparse.csr_array(kinds.table)
    found = optimize.linprog(
        -worth,
        A_ub=sparse.vstack([table, -table]).tocsr(),
        b_ub=np.concatenate([kinds.most, -kinds.least]),
        A_eq=sparse.csr_array(np.ones((1, len(kinds)))),
        b_eq=[kinds.size],
        bounds=[(0, cap) for cap in kinds.caps],
    )
    prices = np.maximum(-found.ineqlin.marginals, 0)
    rows = len(kinds.least)
    bound = proved_bound(
        kinds, worth, prices[:rows], prices[rows:], float(-found.eqlin.marginals[0])
    )
    return min(1.0, bound)


def proved_bound(kinds: Kinds, worth: Floats, over: Floats, under: Floats, place: float) -> float:
    """Weak duality: what no panel is worth more than, per unit of weight; rounded up.

    `over` and `under` are prices (0 or more) of the most and the least of each rule, `place` the
    price of a place. Any prices give a true bound. `worth` is that of one person of a kind, and the
    bound is divided by what everybody together is worth.
    """
    exact = [Fraction(float(one)) for one in worth]
    up, down = [Fraction(float(one)) for one in over], [Fraction(float(one)) for one in under]
    bound = Fraction(place) * kinds.size
    bound += sum(price * int(most) for price, most in zip(up, kinds.most, strict=True))
    bound -= sum(price * int(least) for price, least in zip(down, kinds.least, strict=True))
    for kind, value in enumerate(exact):
        paid = sum((up[row] - down[row] for row in kinds.rules[kind]), Fraction(place))
        bound += int(kinds.caps[kind]) * max(Fraction(0), value - paid)
    weight = sum(value * int(count) for value, count in zip(exact, kinds.counts, strict=True))
    return float(np.nextafter(float(bound / weight), np.inf))
