"""Background work: letters that are due."""

from alongside.foundation.notices.actions import send_what_is_due


def send_letters() -> None:
    """Write and send what is due; a sweep."""
    send_what_is_due()
