"""What can be found, and the words index beside it."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from alongside.foundation.search.words_index import POSTGRES_COLUMN, SQLITE_TABLES


def make_words_index(apps, editor):
    statements = SQLITE_TABLES if editor.connection.vendor == "sqlite" else POSTGRES_COLUMN
    for statement in statements:
        editor.execute(statement)


class Migration(migrations.Migration):
    initial = True

    dependencies = [("places", "0003_admission")]

    operations = [
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.SlugField(max_length=20)),
                ("key", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("public_path", models.CharField(blank=True, max_length=300)),
                ("inside_path", models.CharField(blank=True, max_length=300)),
                ("is_nationwide", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="search_once")
                ],
            },
        ),
        migrations.RunPython(make_words_index),
    ]
