"""Failed attempts become one of several things that are counted."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RenameModel("FailedAttempt", "Tally"),
        migrations.RenameIndex(
            "Tally", old_name="accounts_attempt_idx", new_name="accounts_tally_idx"
        ),
    ]
