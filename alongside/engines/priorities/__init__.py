"""How sure a Priority Matrix is, and the best set of items for the money and time there is.

People rate items from 1 to 5 on impact, effort and whatever else they choose. The engine says what
they said, in which quadrant that puts an item, and how sure that is: the chance to be a quick win,
and to be among the first k, over other raters and over weights that nobody has settled. It finds
the best set within limits, and says what would change the first k. It knows no wording: items,
criteria, groups and limits are whatever the caller names, and a chance has a band (`band`) whose
words belong to the page.

There is no clock and no network in it, and no chance but what comes from the seed that is given:
the same ratings give the same result, so that anyone can check a figure with numpy and scipy alone.

Source: method, "Priority Matrix"; decisions on engines, 5; decisions on statistics, 35. Each module
says which rule it carries out, why, and how ties are settled.
"""

from .bands import Band, band
from .best_set import BestSet, best_set
from .criteria import Better, Criterion
from .errors import PrioritiesError
from .limits import Limit
from .posterior import Interval
from .quadrants import Lines, Quadrant
from .ratings import Rating, Ratings, Tally
from .readings import Reading
from .robustness import Robustness, Standing, robustness
from .sensitivity import GroupSway, Sensitivity, WeightSway, sensitivity

VERSION = "1"
"""Stored beside every result; changes whenever the same ratings would give another figure."""

__all__ = [
    "VERSION",
    "Band",
    "BestSet",
    "Better",
    "Criterion",
    "GroupSway",
    "Interval",
    "Limit",
    "Lines",
    "PrioritiesError",
    "Quadrant",
    "Rating",
    "Ratings",
    "Reading",
    "Robustness",
    "Sensitivity",
    "Standing",
    "Tally",
    "WeightSway",
    "band",
    "best_set",
    "robustness",
    "sensitivity",
]
