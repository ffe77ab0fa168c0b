"""Migrate as Django does, then put the database's own rules in place (`history.triggers`)."""

from typing import Any

from django.core.management.commands.migrate import Command as MigrateCommand
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from alongside.foundation.history.triggers import (
    declared_triggers,
    install_triggers,
    remove_triggers,
)


class Command(MigrateCommand):
    """Django's command, between taking away and putting back the triggers that models declare."""

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if connection.vendor == "sqlite" and (options["app_label"] or _has_news(connection)):
            remove_triggers(connection)
        try:
            super().handle(*args, **options)
        finally:
            install_triggers(connection, declared_triggers())


def _has_news(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
