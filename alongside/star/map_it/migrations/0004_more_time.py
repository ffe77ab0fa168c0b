"""Why people got more time, and which last day was announced first."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('map_it', '0003_when_open'),
    ]

    operations = [
        migrations.AddField(
            model_name='round',
            name='first_closes_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='round',
            name='more_time_because',
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
