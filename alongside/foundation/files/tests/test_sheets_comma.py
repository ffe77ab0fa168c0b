"""Reading CSV as people's programs write it."""

import codecs
from pathlib import Path

import pytest

from alongside.foundation.files.sheets import SheetLimits, SheetProblems, read_sheet

PLAIN = "name,note\nCafé,“quoted”\n"
SHARED = Path(__file__).parents[5] / "shared" / "data"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be", "le without mark", "be without mark"],
)
def test_every_unicode_encoding_is_recognised_without_a_remark(content: bytes) -> None:
    sheet = read_sheet(content)
    assert sheet.headers == ("name", "note")
    assert sheet.rows[0].cells == ("Café", "“quoted”")
    assert sheet.notices == ()


def test_windows_text_is_read_and_said_to_be_a_guess() -> None:
    sheet = read_sheet("name\nCafé at £5 … each\n".encode("cp1252"))
    assert sheet.rows[0].cells == ("Café at £5 … each",)
    assert "Windows" in str(sheet.notices[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_sign_between_cells_is_found_even_when_others_occur_in_the_text(delimiter: str) -> None:
    others = [sign for sign in ",;\t" if sign != delimiter]
    text = f'a{delimiter}b\n"one{others[0]}two{others[0]}three"{delimiter}"x{others[1]}y"\n'
    sheet = read_sheet(text.encode())
    assert sheet.headers == ("a", "b")
    assert sheet.rows[0].cells[1] == f"x{others[1]}y"


def test_a_line_that_names_the_sign_is_followed_and_counted_as_a_row() -> None:
    sheet = read_sheet(b"sep=;\na;b\n1;2\n")
    assert (sheet.headers, sheet.rows[0].number) == (("a", "b"), 3)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_all_line_endings_are_read_and_lines_within_a_cell_kept(ending: str) -> None:
    sheet = read_sheet(ending.join(["a,b", f'1,"two{ending}lines"', "", "3,4", ""]).encode())
    assert [row.number for row in sheet.rows] == [2, 4]
    assert sheet.rows[0].cells[1].splitlines() == ["two", "lines"]


def test_numbers_and_dates_stay_what_people_typed() -> None:
    sheet = read_sheet(b"a,b,c\n007,1.50,04/11/2026\n")
    assert sheet.rows[0].cells == ("007", "1.50", "04/11/2026")


def test_an_open_quotation_mark_is_named_with_its_row() -> None:
    with pytest.raises(SheetProblems) as refused:
        read_sheet(b'a,b\n1,2\n3,"open\n')
    assert [(p.code, p.row) for p in refused.value.problems] == [("quotation_marks", 3)]


def test_a_hundred_thousand_rows_are_refused_with_the_number_that_is_possible() -> None:
    with pytest.raises(SheetProblems) as refused:
        read_sheet(b"a,b\n" + b"1,2\n" * 100_000)
    (problem,) = refused.value.problems
    assert problem.code == "too_many_rows"
    assert "20,000" in str(problem.words)


def test_exactly_as_many_rows_as_allowed_are_read() -> None:
    assert len(read_sheet(b"a\n1\n2\n3\n", SheetLimits(rows=3)).rows) == 3
    with pytest.raises(SheetProblems):
        read_sheet(b"a\n1\n2\n3\n4\n", SheetLimits(rows=3))


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\0\1", b"a,b\n\x81\x8d,\n"],
    ids=["picture", "pdf", "no known encoding"],
)
def test_what_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(SheetProblems):
        read_sheet(content)


@pytest.mark.parametrize("name", ["practices.csv", "council_areas.csv"])
def test_files_of_other_people_are_read(name: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    sheet = read_sheet(path.read_bytes())
    assert len(sheet.rows) >= 14
    assert not sheet.notices
