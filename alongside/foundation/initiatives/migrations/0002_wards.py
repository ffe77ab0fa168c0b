import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('initiatives', '0001_initial'),
        ('places', '0002_wards'),
    ]

    operations = [
        migrations.CreateModel(
            name='InitiativeWard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.initiative')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.place')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.ward')),
            ],
        ),
        migrations.AddField(
            model_name='initiative',
            name='wards',
            field=models.ManyToManyField(related_name='initiatives', through='initiatives.InitiativeWard', to='places.ward'),
        ),
        migrations.AddConstraint(
            model_name='initiativeward',
            constraint=models.UniqueConstraint(fields=('initiative', 'ward'), name='initiatives_ward_once'),
        ),
    ]
