"""Reads of the index of practice: search, and the cases that fit what is not happening yet."""

from alongside.foundation.practices.queries.fitting import (
    Case,
    Cases,
    Fit,
    Gap,
    practices_that_fit,
    service_areas_of,
)
from alongside.foundation.practices.queries.search import (
    approaches_in_index,
    practice_at,
    practices_matching,
    service_areas_in_index,
)

__all__ = [
    "Case",
    "Cases",
    "Fit",
    "Gap",
    "approaches_in_index",
    "practice_at",
    "practices_matching",
    "practices_that_fit",
    "service_areas_in_index",
    "service_areas_of",
]
