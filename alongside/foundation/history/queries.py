"""Reads of history that every room may need."""

from alongside.foundation.history.models import Event

LATEST = 64


def content_version() -> str:
    """Return what changes as soon as any action is committed. One query over an index.

    It is made from the latest events and not from the last alone: on PostgreSQL an earlier number
    may be committed after a later one.
    """
    latest = Event.objects.order_by("-pk").values_list("pk", flat=True)[:LATEST]
    return ".".join(map(str, latest))
