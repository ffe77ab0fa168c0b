"""Tables of the Priority Matrix."""

from alongside.star.focus_it.models.matrix import Criterion, Item, Matrix
from alongside.star.focus_it.models.outcome import Choice
from alongside.star.focus_it.models.proposal import Proposal
from alongside.star.focus_it.models.rating import Rating

__all__ = ["Choice", "Criterion", "Item", "Matrix", "Proposal", "Rating"]
