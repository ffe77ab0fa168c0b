"""Rules that the database itself keeps, declared on the model and installed after every migrate.

SQLite rebuilds a table when its shape changes. It drops the triggers on that table without a word,
and refuses to give the new one its name while a trigger elsewhere speaks of it. So they are not
part of a migration: the command `migrate` takes them away before and puts them back after, and a
test compares what is declared with what is present.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Trigger:
    """Refuse an `event` (INSERT, UPDATE or DELETE) on `table` when `condition` holds.

    The condition is SQL that both databases read; it may use NEW and OLD.
    """

    name: str
    table: str
    event: str
    condition: str
    message: str

    def sql(self, vendor: str) -> list[str]:
        """Return the statements that put the trigger in place, whatever was there before."""
        message = self.message.replace("'", "''")
        if vendor == "sqlite":
            return [
                f"DROP TRIGGER IF EXISTS {self.name}",
                f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW "
                f"WHEN {self.condition} BEGIN SELECT RAISE(ABORT, '{message}'); END",
            ]
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger AS $$ BEGIN "
            f"IF {self.condition} THEN RAISE EXCEPTION '{message}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; "
            f"RETURN {'OLD' if self.event == 'DELETE' else 'NEW'}; END $$ LANGUAGE plpgsql",
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


def declared_triggers() -> Iterator[Trigger]:
    """Return every trigger that a model declares in `database_triggers`."""
    for model in apps.get_models():
        declared = getattr(model, "database_triggers", ())
        yield from declared() if callable(declared) else declared


def present_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the names of those of our triggers that the database has.

    Ours refuse. Those of libraries don't (Wagtail's keep its words index), and are left alone.
    """
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def install_triggers(connection: BaseDatabaseWrapper, triggers: Iterable[Trigger]) -> None:
    """Put the triggers in place; those on tables that don't exist yet wait for their migration."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for trigger in triggers:
            if trigger.table in tables:
                for statement in trigger.sql(connection.vendor):
                    cursor.execute(statement)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take all of ours away, so that SQLite can rebuild tables; they have to be put back."""
    names = present_triggers(connection)
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
