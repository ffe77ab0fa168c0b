"""Delete what has been kept long enough, as the data map says. Safe to repeat at any time."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from alongside.foundation.consent.data_map import Due, ModelRule, data_map
from alongside.foundation.places.tenancy import TenantQuerySet


def forget_what_is_due() -> int:
    """Delete every row whose time is over; returns how many rows went.

    Nobody acts and nothing is decided, so no history is written: the map itself is the record.
    """
    return sum(_forget(rule, rule.due) for rule in data_map().values() if rule.due)


@transaction.atomic
def _forget(rule: ModelRule, due: Due) -> int:
    rows = rule.model._default_manager.all()
    if isinstance(rows, TenantQuerySet):
        rows = rows.unscoped(reason="time runs out in every place alike")
    if isinstance(due.days, int):
        waits = {None: due.days}
    else:
        waits = {days: days for days in set(rows.values_list(due.days, flat=True))}
    count = 0
    for only, days in waits.items():
        over = {f"{due.moment}__lt": timezone.now() - timedelta(days=days)}
        if only is not None:
            over[str(due.days)] = only
        count += rows.filter(**over).delete()[0]
    return count
