"""Draws of how good every item is, over raters and over weights.

In each draw the raters are others (see `posterior`) and, where weights are open, so are the
weights (see `criteria`). How good an item is in a draw lies between 0 and 1: the weighted mean of
its marks, 0 the worst mark on every criterion and 1 the best. A criterion on which nobody has rated
an item is drawn as anything; an item without any rating takes no part.

Draws come in pieces of fixed memory. Weights, raters and the rest come from three streams of the
same seed, so that the size of a piece changes nothing. Marks are drawn in single precision, which
is finer than any draw needs; a figure with no uncertainty is the same to the last bit in each draw,
so that equal items stay equal.

Source: Lahdelma and Salminen (2001), SMAA-2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .criteria import Better, Criterion, Weights
from .errors import PrioritiesError
from .posterior import WIDTH, Posterior
from .ratings import LOWEST, Floats

type Singles = NDArray[np.float32]

PIECE = 2**18
"""Figures drawn at once: a megabyte, which stays near the processor."""


@dataclass(frozen=True, eq=False)
class _Figures:
    """All figures with their good end up, as `base + span / (1 + exp(middle + factors + own z))`.

    `base`, `span`, `middle` and `own` have shape (criteria x items), criterion after criterion.
    """

    base: Singles
    span: Singles
    middle: Singles
    own: Singles
    loadings: Singles


def goodness(
    figures: Posterior, criteria: Sequence[Criterion], weights: Weights, *, draws: int, seed: int
) -> Iterator[Singles]:
    """How good each item is; pieces of shape (some draws, items), together so many draws.

    The criteria of `figures` are `criteria`, in their order. Raises `PrioritiesError`: `no_draws`.
    """
    if draws < 1:
        raise PrioritiesError("no_draws", "At least one draw is needed, better ten thousand.")
    counting = np.flatnonzero(weights.counting)
    turned = _turned(
        figures.columns(counting.tolist()), [criteria[int(at)].better for at in counting]
    )
    by_weight, by_rater, by_itself = (
        np.random.Generator(np.random.PCG64(stream))
        for stream in np.random.SeedSequence(seed).spawn(3)
    )
    piece = max(1, PIECE // max(1, turned.base.size))
    for start in range(0, draws, piece):
        count = min(piece, draws - start)
        shares = weights.draw(by_weight, count)[:, counting].astype(np.float32)
        factors = by_rater.standard_normal((count, len(turned.loadings)), dtype=np.float32)
        apart = by_itself.standard_normal((count, turned.base.size), dtype=np.float32)
        values = _values(turned, factors, apart).reshape(count, len(counting), -1)
        # One criterion after the other: a product of matrices may round equal items differently.
        total = values[:, 0] * shares[:, :1]
        for at in range(1, len(counting)):
            total += values[:, at] * shares[:, at : at + 1]
        yield total


def _values(turned: _Figures, factors: Singles, apart: Singles) -> Singles:
    """The figures of some draws, made in place of `apart`."""
    apart *= turned.own
    apart += factors @ turned.loadings
    apart += turned.middle
    with np.errstate(over="ignore"):  # a figure that far out lies on its end
        np.exp(apart, out=apart)
    apart += 1
    np.divide(turned.span, apart, out=apart)
    apart += turned.base
    return apart


def _turned(figures: Posterior, better: Sequence[Better]) -> _Figures:
    up = np.array([one is Better.HIGHER for one in better])
    sign = np.where(up, -1.0, 1.0)  # of what stands in the exponent
    base, span = (figures.floor - LOWEST) / WIDTH, figures.width / WIDTH
    loadings = (figures.loadings * figures.b * sign).swapaxes(1, 2)
    return _Figures(
        base=_flat(np.where(up, base, 1 - base - span)),
        span=_flat(span),
        middle=_flat(figures.a * sign),
        own=_flat(figures.b * figures.own),
        loadings=loadings.astype(np.float32).reshape(len(loadings), figures.a.size),
    )


def _flat(part: Floats) -> Singles:
    return np.asarray(part.T.ravel(), dtype=np.float32)
