"""Every write to what can be found."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from alongside.foundation.search.kinds import Entry
from alongside.foundation.search.models import SearchRow
from alongside.foundation.search.words_index import forget_rows, index_rows, printable

LONGEST = 20_000
BATCH = 500
FIELDS = ("place_id", "title", "text", "public_path", "inside_path", "is_nationwide")


@transaction.atomic
def keep_in_search(entries: Iterable[Entry]) -> None:
    """Let these things be found as they are now; part of the action that changes them."""
    rows = [_row(entry) for entry in entries]
    for at in range(0, len(rows), BATCH):
        _keep(rows[at : at + BATCH])


def _keep(rows: list[SearchRow]) -> None:
    kept = SearchRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=[*FIELDS, "changed_at"],
    )
    index_rows(kept)


def _row(entry: Entry) -> SearchRow:
    return SearchRow(
        kind=entry.kind,
        key=entry.key,
        place_id=entry.place_id,
        title=printable(entry.title)[:200],
        text=printable(entry.text)[:LONGEST],
        public_path=entry.public_path,
        inside_path=entry.inside_path,
        is_nationwide=entry.is_nationwide,
        changed_at=timezone.now(),
    )


@transaction.atomic
def take_out_of_search(kind: str, keys: Sequence[str]) -> None:
    """Let things be found no more."""
    rows = SearchRow.objects.unscoped(reason="by the key of what was taken away")
    gone = rows.filter(kind=kind, key__in=keys)
    ids = list(gone.values_list("pk", flat=True))
    gone.delete()
    forget_rows(ids)


def mend(kind: str, entries: Iterable[Entry]) -> int:
    """Compare what can be found of a kind with what is there; return how many differed."""
    rows = SearchRow.objects.unscoped(reason="compared with what the rooms tell")
    known = {row.key: row for row in rows.filter(kind=kind)}
    changed = []
    for entry in entries:
        before, now = known.pop(entry.key, None), _row(entry)
        if before is None or any(getattr(before, f) != getattr(now, f) for f in FIELDS):
            changed.append(entry)
    keep_in_search(changed)
    take_out_of_search(kind, list(known))
    return len(changed) + len(known)
