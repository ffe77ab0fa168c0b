"""The settings fit the database they are used with."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_django_finds_nothing_wrong_with_the_database_in_use() -> None:
    call_command("check", databases=["default"], verbosity=0)
