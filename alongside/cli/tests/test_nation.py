"""The operator opens a nation and invites the first of those who lead it."""

import re

import pytest
from django.core import mail

from alongside.cli.main import main
from alongside.foundation.members.models import Invitation
from alongside.foundation.places.models import Place
from tests.people import World


def test_a_nation_is_opened_and_its_lead_invited(
    db: None, django_capture_on_commit_callbacks, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        typed = ["nation", "alba", "--name", "Alba", "--lead", "fay@example.org"]
        assert main(typed) == 0
    assert Place.objects.get(slug="alba").kind == Place.Kind.NATION
    (message,) = mail.outbox
    assert message.to == ["fay@example.org"]
    assert re.search(r"/j/[0-9a-f]{32}", message.body)
    assert "national lead" in message.body
    assert "Alba is open." in capsys.readouterr().out


def test_a_nation_that_is_there_is_not_opened_again(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["nation", "caldonia"]) == 0
    assert "Nothing to do" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["alba"], "Say --name"),
        (["strathmuir", "--name", "Alba"], "already in use"),
        (["caldonia", "--lead", "fay"], "no email address"),
    ],
)
def test_what_cannot_be_done_is_said(
    world: World, capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    assert main(["nation", *typed]) == 1
    assert said in capsys.readouterr().err
    assert not Invitation.objects.unscoped(reason="test").exists()
