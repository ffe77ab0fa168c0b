"""Background work of questionnaires."""

from alongside.foundation.history.actor import system_actor
from alongside.foundation.questionnaires.actions.ending import end_what_is_over


def end_due() -> None:
    """Close what is over; a sweep."""
    end_what_is_over(by=system_actor())
