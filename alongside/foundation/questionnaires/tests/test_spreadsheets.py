"""Questions come in from a workbook and go out again; a file that can't be used changes nothing."""

from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.foundation.files.sheets.parts import SheetProblems
from alongside.foundation.files.sheets.writing import write_sheets
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.questionnaires.actions.preparing import open_questionnaire
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.finding import contents_of, newest_version
from alongside.foundation.questionnaires.spreadsheets import read_file, write_file
from tests.people import World
from tests.questionnaires import prepared, street

FORMS = Path(__file__).resolve().parents[5] / "shared" / "data" / "xlsforms"
BROKEN = {"survey": [["type", "name", "label"], ["telepathy", "mind", "What do I think?"]]}


def test_what_was_taken_out_comes_in_as_it_was() -> None:
    found, report = read_file(write_file(street("=1+1")))
    assert report.errors == []
    assert found is not None
    assert labels(found) == labels(street("=1+1"))


def labels(contents: Contents) -> list[tuple[str, str, str]]:
    return [(one.name, one.kind, one.asked_if) for one in contents.questions()]


@pytest.mark.parametrize("name", ["choice_filter_test", "flat_xlsform_test", "group", "or_other"])
def test_files_that_others_made_are_read(name: str) -> None:
    file = FORMS / f"{name}.xlsx"
    if not file.exists():
        pytest.skip("the forms of others are not here")
    found, report = read_file(file.read_bytes())
    assert found is not None, report.errors


@pytest.mark.parametrize("content", [b"", b"name,type\n", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(SheetProblems):
        read_file(content)


def test_the_command_prepares_a_questionnaire(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "street.xlsx"
    file.write_bytes(write_file(street()))
    assert bring_in(file, "--preview") == 0
    assert not Questionnaire.objects.in_place(world.strathmuir).exists()
    assert bring_in(file) == 0
    asked = Questionnaire.objects.in_place(world.strathmuir).get()
    assert f"strathmuir/{asked.slug}" in capsys.readouterr().out
    assert labels(contents_of(newest_version(asked))) == labels(street())


def test_the_command_says_what_is_wrong_and_changes_nothing(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(write_sheets(BROKEN))
    assert bring_in(file) != 0
    assert "survey, row 2" in capsys.readouterr().out
    assert not Questionnaire.objects.in_place(world.strathmuir).exists()


def bring_in(file: Path, *more: str) -> int:
    return main(["import", "xlsform", str(file), "--place", "strathmuir", *more])


def test_a_photo_can_be_written_down_and_not_yet_be_asked(world: World) -> None:
    photo = {"survey": [["type", "name", "label"], ["image", "house", "Your house"]]}
    found, _report = read_file(write_sheets(photo))
    assert found is not None
    asked = prepared(world.strathmuir, by=world.cara.actor, contents=found)
    with pytest.raises(Refusal) as refused:
        open_questionnaire(asked, by=world.cara.actor)
    assert refused.value.code == "photos"
