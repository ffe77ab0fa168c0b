"""From cells to headers and rows, whatever the file was."""

import pytest

from alongside.foundation.files.sheets import SheetLimits, SheetProblem, SheetProblems, read_sheet


def problems_of(text: str, limits: SheetLimits | None = None) -> tuple[SheetProblem, ...]:
    with pytest.raises(SheetProblems) as refused:
        read_sheet(text.encode(), limits or SheetLimits())
    return refused.value.problems


def test_headers_are_the_first_row_with_anything_in_it() -> None:
    sheet = read_sheet(b"\n\n name , full  note \nx,y\n")
    assert sheet.headers == ("name", "full note")
    assert sheet.rows[0].number == 4


def test_short_rows_are_filled_and_empty_columns_at_the_end_dropped() -> None:
    sheet = read_sheet(b"a,b,,\n1,,,\n2\n,\n")
    assert sheet.headers == ("a", "b")
    assert [row.cells for row in sheet.rows] == [("1", ""), ("2", "")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b" , ,\n", b"\xef\xbb\xbf"])
def test_an_empty_sheet_says_what_is_needed(content: bytes) -> None:
    with pytest.raises(SheetProblems) as refused:
        read_sheet(content)
    assert refused.value.problems[0].code == "empty"


def test_a_column_without_heading_and_a_heading_twice_are_named_together() -> None:
    problems = problems_of("Name,,note,NAME\n1,2,3,4\n")
    assert [(p.code, p.row, p.column) for p in problems] == [
        ("no_header", 1, "B"),
        ("header_twice", 1, "D"),
    ]
    assert "A" in str(problems[1].words)


def test_a_row_longer_than_the_headings_is_named() -> None:
    problems = problems_of("a,b\n1,2\n1,2,3,4\n")
    assert [(p.code, p.row, p.column) for p in problems] == [("beyond_headers", 3, "C")]


def test_cells_that_no_database_keeps_are_named() -> None:
    problems = problems_of("a,b\nfine,x\0y\n")
    assert [(p.code, p.row, p.column) for p in problems] == [("not_text", 2, "b")]


def test_a_cell_that_is_too_long_is_named() -> None:
    problems = problems_of(f"a\n{'x' * 11}\n", SheetLimits(cell_characters=10))
    assert [(p.code, p.row, p.column) for p in problems] == [("cell_too_long", 2, "a")]


def test_a_file_that_is_too_big_is_not_looked_into() -> None:
    assert problems_of("a\n" * 10, SheetLimits(file_bytes=5))[0].code == "too_large"


def test_too_many_headings_are_refused() -> None:
    assert problems_of("a,b,c\n", SheetLimits(columns=2))[0].code == "too_many_columns"
