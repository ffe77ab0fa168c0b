"""Background work: reminders."""

from alongside.foundation.commitments.actions import remind_of_what_is_due


def remind() -> None:
    """Tell people what they promised, a week before and once afterwards; a sweep."""
    remind_of_what_is_due()
