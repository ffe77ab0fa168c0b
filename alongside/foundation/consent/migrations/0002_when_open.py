"""Since when people can take part in an activity, and since when no longer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="opened_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="activity",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
