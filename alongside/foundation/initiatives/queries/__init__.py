"""Reads of initiatives: lists with their stage, counts of where they stand, one page's parts."""

from alongside.foundation.initiatives.queries.lists import (
    free_slug,
    initiatives_matching,
    initiatives_with_stage,
)
from alongside.foundation.initiatives.queries.page import (
    cases_that_fit,
    initiative_at,
    tried_here,
    where_it_happens,
)
from alongside.foundation.initiatives.queries.standing import (
    SOON,
    BoardCounts,
    Told,
    board_counts,
    counts_of,
    public_counts,
    standing_in,
    stopping_soon,
    told_in,
)

__all__ = [
    "SOON",
    "BoardCounts",
    "Told",
    "board_counts",
    "cases_that_fit",
    "counts_of",
    "free_slug",
    "initiative_at",
    "initiatives_matching",
    "initiatives_with_stage",
    "public_counts",
    "standing_in",
    "stopping_soon",
    "told_in",
    "tried_here",
    "where_it_happens",
]
