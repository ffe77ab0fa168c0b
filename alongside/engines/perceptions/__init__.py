"""The statistics of the Star: levels, the heat map, where views differ, and change.

Everybody is asked the same four questions, one per Co and service: how often does it happen here?
The engine turns those answers into the sentences that the Star may say, and refuses those it may
not. It knows no wording and no vocabulary: groups, Cos and services are whatever the caller names.
There is no clock, no network and no chance in it: the same answers give the same result, so that
anyone can check a figure with numpy and scipy alone.

Source: our own reading of the method (section 9) and of the decisions on statistics (32 to 38).
Each module says which rule it carries out and how ties are settled.
"""

from .answers import DONT_KNOW, NOT_OUR_ROLE, Answer, Answers, PerceptionsError
from .change import Change, ChangeReason, change
from .family import CLEAR_SIZE, Gap, Gaps, LeftOut, LeftOutReason, Sureness, gaps
from .heat import service_levels
from .levels import StarLevel, levels
from .posterior import Interval
from .reading import GroupLevel, Reading, Status

VERSION = "1"
"""Stored beside every result; changes whenever the same answers would give another figure."""

__all__ = [
    "CLEAR_SIZE",
    "DONT_KNOW",
    "NOT_OUR_ROLE",
    "VERSION",
    "Answer",
    "Answers",
    "Change",
    "ChangeReason",
    "Gap",
    "Gaps",
    "GroupLevel",
    "Interval",
    "LeftOut",
    "LeftOutReason",
    "PerceptionsError",
    "Reading",
    "StarLevel",
    "Status",
    "Sureness",
    "change",
    "gaps",
    "levels",
    "service_levels",
]
