"""Background work: dates that follow, reminders, figures that are frozen."""

from alongside.foundation.history.actor import system_actor
from alongside.learning.coaching.actions.following import (
    ask_to_look_back,
    follow_days,
    release_what_changed,
)


def follow_the_clock() -> None:
    """Everything that falls due by itself; a sweep, safe to repeat."""
    follow_days()
    ask_to_look_back()
    release_what_changed(by=system_actor())
