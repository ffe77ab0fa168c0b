"""What falls due by itself in this room."""

from alongside.foundation.consent.actions.forgetting import forget_what_is_due


def forget() -> None:
    """Delete what has been kept long enough."""
    forget_what_is_due()
