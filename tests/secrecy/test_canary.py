"""No word of Glenbeg's is ever read in Strathmuir; no answer of one person by another."""

import io
import zipfile

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.access.routes import all_routes
from tests.access.table import TABLE
from tests.asking import ask, body_of
from tests.scene import Scene
from tests.visitors import VISITORS

pytestmark = pytest.mark.django_db
CANARY = "canary"
STRATHMUIRS = [who for who in VISITORS if who != "Eve"]
PICTURES = ("star_png", "star_pdf", "star:pdf")  # drawn from what star.svg says in words
NAMES_A_PERSON = {"response", "participant", "person", "seat", "user", "member"}


def words_in(response: HttpResponse) -> str:
    """Everything that can be read in a response, in the parts of a workbook too."""
    body = body_of(response)
    if not body.startswith(b"PK"):
        return body.decode(errors="replace").casefold()
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return " ".join(
            parts.read(name).decode(errors="replace") for name in parts.namelist()
        ).casefold()


def is_sent(name: str) -> bool:
    """Cases that a partnership sent to its nation, so that it reads them (the access table)."""
    return name.startswith("case_review:")


def read_everything(scene: Scene, client: Client, names: dict[str, str]) -> dict[str, str]:
    """What one visitor can read at every address but those of what was sent to the nation."""
    readable = [row for row in TABLE if not row.name.endswith(PICTURES) and not is_sent(row.name)]
    return {row.label: words_in(ask(client, "get", row.address(names))) for row in readable}


@pytest.mark.parametrize("who", VISITORS)
def test_no_word_of_another_partnership_or_person_is_read(
    who: str, scene: Scene, clients: dict[str, Client]
) -> None:
    """What Bo and Dev said neither by a colleague nor by the lead: confidential, and still open."""
    read = read_everything(scene, clients[who], scene.strathmuir.names)
    if who in STRATHMUIRS:
        assert [label for label, words in read.items() if CANARY in words] == []
    for author in ("Dev", "Bo"):
        found = any(f"{author} alone".casefold() in words for words in read.values())
        assert found == (who == author), author


@pytest.fixture(scope="module")
def public(scene: Scene, clients: dict[str, Client]) -> set[str]:
    """Where Glenbeg says something to everyone."""
    everyone = read_everything(scene, clients["Nobody"], scene.glenbeg.names)
    return {label for label, words in everyone.items() if CANARY in words}


@pytest.mark.parametrize("who", [who for who in STRATHMUIRS if who != "Nobody"])
def test_nor_by_asking_for_it_at_its_own_address(
    who: str, public: set[str], scene: Scene, clients: dict[str, Client]
) -> None:
    """Only what Glenbeg shows to everyone is read there."""
    read = read_everything(scene, clients[who], scene.glenbeg.names)
    assert {label for label, words in read.items() if CANARY in words} - public == set()


def test_glenbegs_own_lead_does_read_it(scene: Scene, clients: dict[str, Client]) -> None:
    """So the word is really there to be found."""
    read = read_everything(scene, clients["Eve"], scene.glenbeg.names)
    assert len([label for label, words in read.items() if CANARY in words]) > 40


def test_no_address_names_a_person_or_their_answers() -> None:
    """What has no address can't be asked for, by counting up or otherwise.

    Only a lead who erases somebody at their wish names them, by an id that can't be counted.
    """
    naming = {name for name, keys in all_routes().items() if keys & NAMES_A_PERSON}
    assert naming == {"erasing:member"}
