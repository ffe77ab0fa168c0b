"""Is this process alive, and may it be given visitors? Facts only: no names, no secrets."""

import threading
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from alongside.foundation.consent.actions.erasing import risen_seats
from alongside.foundation.consent.tombstones import tombstones
from alongside.foundation.history.triggers import declared_triggers, present_triggers
from alongside.foundation.jobs.queries import work_in_hand
from alongside.foundation.members.models import Person

# Set once nothing is lacking: a process doesn't lose its migrations, and looking takes a while.
COMPLETE = threading.Event()


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer as long as the process does."""
    return JsonResponse({"alive": True})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the site can serve, 503 when it can't; either way with the reasons.

    A missing worker is told but doesn't turn visitors away: answers are kept, results wait.
    """
    facts: dict[str, Any] = {"ready": False, "database": False}
    try:
        facts["lacks"] = _lacks()
        facts["database"] = True
        facts["erasures_waiting"] = erasures_waiting()
        facts["work"] = work_in_hand()
        facts["ready"] = not facts["lacks"] and not facts["erasures_waiting"]
    except DatabaseError:
        facts["lacks"] = ["the database can't be reached"]
    return JsonResponse(facts, status=200 if facts["ready"] else 503)


def database_lacks() -> list[str]:
    """Say what `alongside prepare` would still do: migrations, and triggers on their tables."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        return [f"{len(plan)} migrations, from {plan[0][0]}"]
    missing = {trigger.name for trigger in declared_triggers()} - present_triggers(connection)
    return [f"trigger {name}" for name in sorted(missing)]


def erasures_waiting() -> int:
    """Count the erased people whom a restored backup brought back (trust 44)."""
    buried = list(tombstones())
    keys = [stone.key for stone in buried if stone.kind == "person"]
    everyone = Person.objects.unscoped(reason="a restore may bring back anybody, anywhere")
    people = everyone.filter(public_id__in=keys, erased_at__isnull=True).count() if keys else 0
    return people + len(risen_seats(buried))


def _lacks() -> list[str]:
    connection.ensure_connection()
    if COMPLETE.is_set():
        return []
    lacks = database_lacks()
    if not lacks:
        COMPLETE.set()
    return lacks
