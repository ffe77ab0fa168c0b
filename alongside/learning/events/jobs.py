"""What falls due by itself: rooms of events that are over."""

from alongside.foundation.history.actor import system_actor
from alongside.learning.events.actions.live import end_rooms_of_the_past


def end_rooms() -> None:
    """End the rooms of what is over; a sweep."""
    end_rooms_of_the_past(by=system_actor())
