"""What falls due by itself: whoever answers hears of what waits too long."""

from alongside.foundation.enquiries.actions import remind_of_late


def remind() -> None:
    """Tell of what waits longer than was promised; deleting is the data map's (`consent.forget`)."""
    remind_of_late()
