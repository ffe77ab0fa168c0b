"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db import connection

from alongside.foundation.history.triggers import declared_triggers, present_triggers


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The database keeps its own rules."""
    return {"Every rule that the database keeps by itself is in place": missing_triggers}


def missing_triggers() -> list[str]:
    """Return declared triggers that the database lacks."""
    missing = {trigger.name for trigger in declared_triggers()} - present_triggers(connection)
    return [f"{name} is missing: run `alongside prepare`" for name in sorted(missing)]
