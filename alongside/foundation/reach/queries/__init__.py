"""Reads of reach, split by noun: voices that are missing, minutes that were asked for."""

from alongside.foundation.reach.queries.heard import Heard, Lack, Silence, not_heard
from alongside.foundation.reach.queries.minutes import Asking, MinutesAsked, minutes_asked

__all__ = [
    "Asking",
    "Heard",
    "Lack",
    "MinutesAsked",
    "Silence",
    "minutes_asked",
    "not_heard",
]
