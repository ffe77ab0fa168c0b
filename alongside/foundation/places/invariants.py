"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.db import connection, models

from alongside.foundation.places.tenancy import TenantModel


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """Rows lie where their parents lie, or in a partnership whose nation holds the parent."""
    return {"Every row lies in the same place as what it belongs to": strayed_rows}


def tenant_pairs() -> Iterator[tuple[type[TenantModel], models.Field, type[models.Model]]]:
    """Every foreign key from one tenant table to another."""
    for child in apps.get_models():
        if not issubclass(child, TenantModel):
            continue
        for field in child._meta.concrete_fields:
            parent = field.remote_field.model if field.remote_field else None
            if isinstance(parent, type) and issubclass(parent, TenantModel):
                yield child, field, parent


def strayed_rows() -> Iterator[str]:
    """Recount in SQL, apart from the triggers and from every queryset's scope."""
    quote = connection.ops.quote_name
    for child, field, parent in tenant_pairs():
        child_table, parent_table = quote(child._meta.db_table), quote(parent._meta.db_table)
        # A field that may lie in the nation is compared with the partnership's nation as well.
        elsewhere = "p.place_id <> c.place_id"
        if field.name in child.may_lie_in_nation:
            elsewhere += " AND p.place_id <> COALESCE(o.nation_id, 0)"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT c.id, c.place_id, p.id, p.place_id FROM {child_table} c "  # noqa: S608 - our own names
                f"JOIN {parent_table} p ON p.id = c.{quote(str(field.column))} "
                f"JOIN places_place o ON o.id = c.place_id WHERE {elsewhere} ORDER BY c.id"
            )
            for row, place, parent_row, parent_place in cursor.fetchall():
                yield (
                    f"{child._meta.label} {row} lies in place {place}, "
                    f"its {field.name} {parent_row} in place {parent_place}"
                )
