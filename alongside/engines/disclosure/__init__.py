"""Disclosure control: turn answers into a release that doesn't give anybody's answer away.

A *cube* holds who answered what; a *policy* says how many people it takes; `protect` gives a
*release*, in which every cell, margin and total is `Shown` or `Hidden`. It is computed once and
frozen, and everything that people see is read from it. Small groups are merged where a merge
was declared, else hidden together with enough of what is around them; then an audit tries to
work the hidden cells back and more is hidden until it fails. `audit` states exactly what is
guaranteed, `differencing` what two releases may say together. Used by the foundation's
disclosure room. The rules are those of `trust.md` D and of `method.md` 9.
"""

from .cube import Cube, Record
from .differencing import can_follow
from .dimensions import TOTAL, Dimension, Merge
from .errors import DisclosureError
from .groups import GroupState, Standing, group_states
from .policy import Policy, change_may_be_shown
from .protection import protect, protect_together
from .release import VERSION, Hidden, Protected, Shown

__all__ = [
    "TOTAL",
    "VERSION",
    "Cube",
    "Dimension",
    "DisclosureError",
    "GroupState",
    "Hidden",
    "Merge",
    "Policy",
    "Protected",
    "Record",
    "Shown",
    "Standing",
    "can_follow",
    "change_may_be_shown",
    "group_states",
    "protect",
    "protect_together",
]
