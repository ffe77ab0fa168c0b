"""What falls due by itself: the end of a partnership that leaves."""

from alongside.foundation.history.actor import system_actor
from alongside.insight.national.actions.emptying import empty_what_is_due, warn_of_the_last_day


def end_leaving() -> None:
    """Warn in time, and empty whoever's 90 days are over."""
    warn_of_the_last_day()
    empty_what_is_due(by=system_actor())
