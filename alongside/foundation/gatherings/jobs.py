"""What falls due by itself: places to pass on, letters to send, what is over."""

from alongside.foundation.gatherings.actions.after import release_feedback_due
from alongside.foundation.gatherings.actions.gatherings import hold_what_is_over
from alongside.foundation.gatherings.actions.queue import lapse_what_is_over
from alongside.foundation.gatherings.actions.telling import remind, send_what_is_due
from alongside.foundation.history.actor import system_actor


def pass_on_places() -> None:
    """Offer what nobody confirmed in time to the next who waits."""
    lapse_what_is_over()


def tell() -> None:
    """Send what people are to be told."""
    send_what_is_due()


def follow_the_clock() -> None:
    """Note reminders, what has taken place, and how it was."""
    remind()
    hold_what_is_over(by=system_actor())
    release_feedback_due(by=system_actor())
