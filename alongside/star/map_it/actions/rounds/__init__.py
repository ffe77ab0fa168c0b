"""Writes to rounds: prepare, change or discard them; open, extend, close and draw them."""

from alongside.star.map_it.actions.rounds.preparing import (
    INSTRUMENT,
    RESERVED_SLUGS,
    ask_groups,
    discard_round,
    edit_round,
    offer_help,
    prepare_round,
)
from alongside.star.map_it.actions.rounds.running import (
    ask_for_star,
    close_round,
    close_rounds_that_are_over,
    enqueue_draw,
    extend_round,
    open_round,
    reopen_round,
)

__all__ = [
    "INSTRUMENT",
    "RESERVED_SLUGS",
    "ask_for_star",
    "ask_groups",
    "close_round",
    "close_rounds_that_are_over",
    "discard_round",
    "edit_round",
    "enqueue_draw",
    "extend_round",
    "offer_help",
    "open_round",
    "prepare_round",
    "reopen_round",
]
