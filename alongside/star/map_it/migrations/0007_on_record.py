"""A councillor's own choice to stand with their name in a confidential map."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("map_it", "0006_tablets"),
        ("places", "0003_admission"),
        ("responses", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OnRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chosen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "response",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="on_record",
                        to="responses.response",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
