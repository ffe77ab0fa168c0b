"""Files in and out, as an operator types it."""

from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.foundation.places.models import Service
from tests.people import World

SHEET = "name,description\nLibrary,Books and a warm room\nBath house,\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "services.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def names(world: World) -> set[str]:
    return set(Service.objects.in_place(world.glenbeg).values_list("name", flat=True))


def bring(*words: str) -> int:
    return main(["import", "services", *words])


def test_a_file_is_brought_in_once(
    world: World, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(str(sheet), "--place", "glenbeg") == 0
    assert bring(str(sheet), "--place", "glenbeg") == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["New: 2, changed: 0, as it was: 0", "New: 0, changed: 0, as it was: 2"]
    assert names(world) >= {"Library", "Bath house"}


def test_a_preview_changes_nothing(
    world: World, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = names(world)

    assert bring(str(sheet), "--place", "glenbeg", "--preview") == 0

    assert capsys.readouterr().out == "Would be new: 2, changed: 0, as it was: 0\n"
    assert names(world) == before


def test_every_problem_is_told_and_nothing_is_kept(
    world: World, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = names(world)
    sheet.write_text(SHEET + f"{'x' * 500},\n", encoding="utf-8")

    assert bring(str(sheet), "--place", "glenbeg") == 1

    told = capsys.readouterr()
    assert "row 4, name:" in told.out
    assert told.err == "1 to put right. Nothing was brought in.\n"
    assert names(world) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "services", "nowhere.csv", "--place", "glenbeg"), "nowhere.csv can't be read"),
        (("import", "services", "nowhere.csv", "--place", "atlantis"), "no place 'atlantis'"),
        (("export", "results", "x.xlsx", "--place", "glenbeg"), "no map with a Star"),
    ],
)
def test_what_is_not_there_is_said(
    world: World, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 1
    assert said in capsys.readouterr().err


def test_the_example_holds_and_its_star_goes_out_in_every_form(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert main(["demo"]) == 1
    assert main(["check"]) == 0, capsys.readouterr().out

    begins = {
        "results": {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"},
        "star": {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"},
    }
    for kind, endings in begins.items():
        for ending, beginning in endings.items():
            file = tmp_path / f"{kind}.{ending}"
            assert main(["export", kind, str(file), "--place", "strathmuir"]) == 0
            assert file.read_bytes().startswith(beginning), file

    assert main(["export", "star", str(tmp_path / "star.doc"), "--place", "strathmuir"]) == 1
    assert ".svg or .png or .pdf" in capsys.readouterr().err
