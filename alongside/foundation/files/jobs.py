"""Work of this room that falls due by itself."""

from alongside.foundation.files import actions


def forget_expired_imports() -> None:
    """Forget uploads that nobody confirmed; a sweep."""
    actions.forget_expired_imports()
