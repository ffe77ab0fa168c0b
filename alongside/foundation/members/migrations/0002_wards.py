import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0001_initial'),
        ('places', '0002_wards'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='ward',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.ward'),
        ),
        migrations.AddField(
            model_name='membership',
            name='ward',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='places.ward'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('ward__isnull', True), ('group', 'elected'), _connector='OR'), name='members_only_elected_members_are_invited_for_a_ward'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ward__isnull', True), ('group', 'elected'), _connector='OR'), name='members_only_elected_members_have_a_ward'),
        ),
    ]
