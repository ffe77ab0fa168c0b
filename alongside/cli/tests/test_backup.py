"""Back up, go on, restore: what was is back, and whoever was erased is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installation import Installation, installed

pytestmark = pytest.mark.fault

ANN = """
from alongside.foundation.members.models import Contact, Person
from alongside.foundation.places.models import Place
anns = Contact.objects.unscoped(reason="test").filter(email="ann@example.org").count()
bos = Contact.objects.unscoped(reason="test").filter(email="bo@example.org").count()
print(anns, bos, Place.objects.filter(name="Later").count())
"""
ERASE_ANN_AND_GO_ON = """
from alongside.foundation.consent.actions.erasing import erase_person
from alongside.foundation.history.actor import system_actor
from alongside.foundation.members.models import Person
from alongside.foundation.places.actions import open_partnership
from alongside.foundation.places.models import Place
ann = Person.objects.unscoped(reason="test").get(name="Ann")
erase_person(ann, by=system_actor())
nation = Place.objects.get(kind="nation")
open_partnership(nation=nation, name="Later", slug="later", by=system_actor())
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as installation:
        yield installation


def test_yesterdays_backup_brings_back_everything_but_the_erased(
    here: Installation, tmp_path: Path
) -> None:
    here.python("make_world()")
    backup = tmp_path / "yesterday"
    assert here.alongside("backup", str(backup)).returncode == 0
    here.python(ERASE_ANN_AND_GO_ON)

    refused = here.alongside("restore", str(backup))
    assert "add --yes" in refused.stderr
    assert here.python(ANN) == "0 1 1"

    restored = here.alongside("restore", str(backup), "--yes")

    assert restored.stdout == "Restored. Erased again: 1. Now run: alongside check\n"
    assert here.python(ANN) == "0 1 0"
    checked = here.alongside("check")
    assert checked.returncode == 0, checked.stdout


def test_what_is_not_a_backup_is_refused_and_nothing_changes(
    here: Installation, tmp_path: Path
) -> None:
    here.python("make_world()")
    letter = tmp_path / "letter"
    letter.write_text("Dear Ann")

    refused = here.alongside("restore", str(letter), "--yes")

    assert refused.returncode == 1
    assert refused.stderr
    assert here.python(ANN) == "1 1 0"


def test_old_backups_of_a_folder_are_forgotten(here: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in ("01", "02", "03"):
        (folder / f"alongside-2026-01-{day}T030000Z.sqlite3").touch()
    (folder / "holiday.jpg").touch()

    here.alongside("backup", str(folder), "--keep", "2")

    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == 3
    assert left[0] == "alongside-2026-01-03T030000Z.sqlite3"
    assert left[-1] == "holiday.jpg"


def test_a_missing_folder_is_named(here: Installation, tmp_path: Path) -> None:
    refused = here.alongside("backup", str(tmp_path / "nowhere" / "file"))

    assert refused.stderr == f"There is no folder {tmp_path / 'nowhere'}.\n"
