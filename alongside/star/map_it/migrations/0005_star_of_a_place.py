"""Which map's Star stands on the board: until now the newest that was drawn."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def let_the_newest_stand(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Mark in each place the newest map that was drawn."""
    rounds = apps.get_model("map_it", "Round")._base_manager
    stands: dict[int, int] = {}
    drawn = rounds.filter(activity__releases__kind="star").order_by("opens_at", "pk")
    for pk, place in drawn.values_list("pk", "place"):
        stands[place] = pk
    rounds.filter(pk__in=stands.values()).update(is_star=True)


class Migration(migrations.Migration):
    dependencies = [
        ("map_it", "0004_more_time"),
        ("disclosure", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="is_star",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(let_the_newest_stand, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_star", True)),
                fields=("place",),
                name="map_it_one_star_a_place",
            ),
        ),
    ]
