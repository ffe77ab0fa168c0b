"""What must always hold of notices (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import F

from alongside.foundation.notices.models import Message


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about notices that must be true."""
    return {"Every message goes to whom it is for": astray}


def astray() -> list[str]:
    """Return messages in somebody else's letter."""
    everywhere = Message.objects.unscoped(reason="a check of all places")
    wrong = everywhere.exclude(letter=None).exclude(letter__person=F("person"))
    return [f"message {pk}" for pk in wrong.values_list("pk", flat=True)]
