"""Tables of the Explorer, split by noun."""

from alongside.star.map_it.models.answers import CoAnswer, FreeWord, OnRecord, PracticeReport
from alongside.star.map_it.models.messages import Reminder, Reply
from alongside.star.map_it.models.positions import AgreedPosition, Baseline
from alongside.star.map_it.models.round import Asked, Round, RoundService
from alongside.star.map_it.models.tablets import Tablet

__all__ = [
    "AgreedPosition",
    "Asked",
    "Baseline",
    "CoAnswer",
    "FreeWord",
    "OnRecord",
    "PracticeReport",
    "Reminder",
    "Reply",
    "Round",
    "RoundService",
    "Tablet",
]
