"""Which release of a round was signed and shared."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("map_it", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="shared_number",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
    ]
