"""What items are rated by, what a good mark is, and how much each criterion weighs.

Weights that people agreed on are used as they stand. A weight that nobody has settled is left open
(none), and then nothing is assumed about it: over the draws it takes every value from nothing to
all. In detail, the shares of all criteria are uniform over all that add up to 1 (a Dirichlet
distribution with ones), and criteria with an agreed weight divide what falls to them together in
the proportions agreed. With every weight open this is the uniform distribution of weights from
which stochastic multicriteria acceptability analysis starts; with none open nothing is drawn.

Source: Lahdelma and Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for
group decision making.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .errors import PrioritiesError, named
from .ratings import Floats, Mask


class Better(StrEnum):
    """Which end of the scale is the good one."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Criterion:
    """What is rated; `weight` counts in proportion to the others', none leaves it open."""

    name: str
    better: Better = Better.HIGHER
    weight: float | None = None


@dataclass(frozen=True, eq=False)
class Weights:
    """`agreed` holds the settled shares among themselves (they add up to 1), `open` the others.

    >>> half_open = Weights.of([Criterion("impact", weight=2), Criterion("effort", weight=1),
    ...                         Criterion("fairness")])
    >>> half_open.central.round(3).tolist()
    [0.444, 0.222, 0.333]
    """

    agreed: Floats
    open: Mask

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> "Weights":
        """Raises `PrioritiesError`: `no_criteria`, `named_twice`, `weight_impossible` for a
        negative or unbounded weight, `weights_all_zero` when nothing would count.
        """
        _refuse_unclear(criteria)
        weights = np.array([one.weight or 0.0 for one in criteria], dtype=np.float64)
        is_open = np.array([one.weight is None for one in criteria])
        largest = weights.max()
        if largest == 0 and not is_open.any():
            raise PrioritiesError(
                "weights_all_zero",
                "All weights are zero, so nothing would count. "
                "Give at least one criterion a weight above zero, or leave weights open.",
            )
        if largest:
            weights /= largest  # first, so that no sum of large weights overflows
            weights /= weights.sum()
        return cls(weights, is_open)

    @property
    def counting(self) -> Mask:
        """Which criteria weigh anything at all."""
        return np.asarray(self.open | (self.agreed > 0))

    @property
    def central(self) -> Floats:
        """The shares in the middle of all draws; they add up to 1."""
        even = np.where(self.counting, 1.0, 0.0)
        together = even[~self.open].sum()
        shares = np.where(self.open, even, self.agreed * together)
        return np.asarray(shares / shares.sum())

    def draw(self, chance: np.random.Generator, count: int) -> Floats:
        """Shares over so many draws; shape (count, criteria), each row adds up to 1."""
        if not self.open.any():
            return np.broadcast_to(self.agreed, (count, len(self.agreed)))
        parts = chance.standard_exponential((count, len(self.open))) * self.counting
        together = parts[:, ~self.open].sum(axis=1, keepdims=True)
        shares = np.where(self.open, parts, self.agreed * together)
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def _refuse_unclear(criteria: Sequence[Criterion]) -> None:
    if not criteria:
        raise PrioritiesError("no_criteria", "Name at least one criterion.")
    names = [one.name for one in criteria]
    if again := sorted({name for name in names if names.count(name) > 1}):
        message = f"A criterion counts once: {named(again)} stands there twice."
        raise PrioritiesError("named_twice", message, names=tuple(again))
    for one in criteria:
        if one.weight is not None and not (one.weight >= 0 and math.isfinite(one.weight)):
            message = f"The weight of {one.name} is a number from 0 upwards, or open."
            raise PrioritiesError("weight_impossible", message, criterion=one.name)
