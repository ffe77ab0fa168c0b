"""Activities of maps that were opened before they said so themselves."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def date_activities(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take over the days of the maps."""
    rounds = apps.get_model("map_it", "Round")._base_manager.exclude(state="draft")
    for round_ in rounds.select_related("activity"):
        round_.activity.opened_at = round_.opens_at
        round_.activity.ended_at = round_.closes_at if round_.state == "closed" else None
        round_.activity.save(update_fields=["opened_at", "ended_at"])


class Migration(migrations.Migration):
    dependencies = [
        ("map_it", "0002_shared_number"),
        ("consent", "0002_when_open"),
    ]

    operations = [migrations.RunPython(date_activities, migrations.RunPython.noop)]
