"""Migrate as Django does, then put the database's own rules in place (`history.triggers`)."""

from typing import Any

from django.core.management.commands.migrate import Command as MigrateCommand
from django.db import connections

from alongside.foundation.history.triggers import declared_triggers, install_triggers


class Command(MigrateCommand):
    """Django's command, followed by the triggers that every model declares."""

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        install_triggers(connections[options["database"]], declared_triggers())
