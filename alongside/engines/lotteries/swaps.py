"""Better panels by swapping people, one for one.

Looking for good panels by whole-number programmes takes a tenth of a second each where there are
many kinds. A swap of one kind for another that keeps to every rule is found in a fraction of a
millisecond, and a few of them lead from a panel that there is to one worth much more. Whether a
panel is the best of all this way can't say: the last word is a whole-number programme's.
"""

import numpy as np
from numpy.typing import NDArray

from .kinds import Floats, Ints, Kinds

WIDE = 120  # how many of the kinds that are worth most are looked at to come in
ENOUGH = 1e-12


def climbed(kinds: Kinds, panel: Ints, worth: Floats, *, most: int = 200) -> Ints:
    """A panel worth as much or more, by swaps that each gain the most; ties to the first kind."""
    panel, counted = panel.copy(), kinds.counted(panel)
    order = np.argsort(-worth, kind="stable")
    for _ in range(most):
        leave = np.flatnonzero(panel)
        come = order[(panel < kinds.caps)[order]][:WIDE]
        if not len(leave) or not len(come):
            break
        gain = worth[come][None] - worth[leave][:, None]
        gain[~_allowed(kinds, counted, leave, come)] = 0
        best = int(gain.argmax())
        if gain.flat[best] <= ENOUGH:
            break
        out, into = leave[best // len(come)], come[best % len(come)]
        panel[out] -= 1
        panel[into] += 1
        counted[kinds.rules[out]] -= 1
        counted[kinds.rules[into]] += 1
    return panel


def _allowed(kinds: Kinds, counted: Ints, leave: Ints, come: Ints) -> NDArray[np.bool_]:
    """Leaving x coming kinds: whether the swap keeps to every rule."""
    may_rise, may_fall = counted < kinds.most, counted > kinds.least
    allowed = np.ones((len(leave), len(come)), dtype=bool)
    for column in range(kinds.rules.shape[1]):
        old, new = kinds.rules[leave, column], kinds.rules[come, column]
        allowed &= (old[:, None] == new[None]) | (may_fall[old][:, None] & may_rise[new][None])
    return allowed
