"""Background work of rooms."""

from alongside.foundation.history.actor import system_actor
from alongside.foundation.rooms.actions import close_doors_left_open


def close_doors() -> None:
    """Close doors that were left open; a sweep."""
    close_doors_left_open(by=system_actor())
