"""Reading workbooks: those that programs write, and those written to do harm."""

import io
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from alongside.foundation.files.sheets import SheetLimits, SheetProblems, read_sheet
from alongside.foundation.files.tests.workbooks import (
    MAIN,
    PACKAGE,
    RELATIONS,
    inline,
    made_by_hand,
    made_by_openpyxl,
    saved,
)

XLSFORMS = Path(__file__).parents[5] / "shared" / "data" / "xlsforms"


def codes_of(content: bytes, limits: SheetLimits | None = None) -> list[str]:
    with pytest.raises(SheetProblems) as refused:
        read_sheet(content, limits or SheetLimits())
    return [problem.code for problem in refused.value.problems]


def test_texts_numbers_dates_and_shares_come_out_as_plain_text() -> None:
    workbook = made_by_openpyxl(
        [
            ["text", "whole", "part", "noise", "day", "time", "yes"],
            ["=not a formula", 80000, 12.5, 0.1 + 0.2, date(2026, 11, 4), 0, True],
        ]
    )
    workbook.active["A2"].data_type = "s"
    workbook.active["F2"] = datetime(2026, 11, 4, 13, 30)  # noqa: DTZ001 - as a cell holds it
    workbook.active.append(["x", 0.25])
    workbook.active["B3"].number_format = "0%"
    sheet = read_sheet(saved(workbook))
    assert sheet.rows[0].cells == (
        "=not a formula", "80000", "12.5", "0.3", "2026-11-04", "2026-11-04 13:30", "TRUE",
    )  # fmt: skip
    assert sheet.rows[1].cells[1] == "25%"


def test_dates_are_read_by_the_calendar_of_the_workbook() -> None:
    workbook = made_by_openpyxl([["day"]])
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.append([date(2026, 11, 4)])
    assert read_sheet(saved(workbook)).rows[0].cells == ("2026-11-04",)


def test_a_date_that_cannot_be_is_named() -> None:
    workbook = made_by_openpyxl([["day"], [99_999_999]])
    workbook.active["A2"].number_format = "dd/mm/yyyy"
    assert codes_of(saved(workbook)) == ["error_value"]


def test_formatted_text_is_read_whole_and_without_its_phonetic_guide() -> None:
    data = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>na</t></r><r><t>me</t></r>'
        '<rPh sb="0" eb="1"><t>spoken</t></rPh></is></c><c r="B1" t="s"><v>0</v></c></row>'
    )
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><t>no</t></r><r><t>te</t></r><rPh sb="0" eb="1"><t>spoken'
        "</t></rPh></si></sst>"
    )
    links = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}'
        f'/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="r2" Type="{RELATIONS}'
        '/sharedStrings" Target="texts.xml"/></Relationships>'
    )
    more = {"xl/texts.xml": shared, "xl/_rels/workbook.xml.rels": links}
    assert read_sheet(made_by_hand(data, more=more)).headers == ("name", "note")


def test_rows_keep_their_numbers_when_empty_ones_lie_between() -> None:
    workbook = made_by_openpyxl([["a"], ["1"]])
    workbook.active["A9"] = "9"
    assert [row.number for row in read_sheet(saved(workbook)).rows] == [2, 9]


def test_merged_cells_are_refused_with_their_range() -> None:
    workbook = made_by_openpyxl([["a", "b"], ["1", "2"], ["3", "4"]])
    workbook.active.merge_cells("A2:A3")
    with pytest.raises(SheetProblems) as refused:
        read_sheet(saved(workbook))
    (problem,) = refused.value.problems
    assert (problem.code, problem.row, problem.column) == ("merged_cells", 2, "A")
    assert "A2:A3" in str(problem.words)


def test_formulas_are_refused_each_with_its_cell() -> None:
    workbook = made_by_openpyxl([["a", "b"], ["=1+1", "2"], ["3", "=A2"]])
    with pytest.raises(SheetProblems) as refused:
        read_sheet(saved(workbook))
    assert [(p.code, p.row, p.column) for p in refused.value.problems] == [
        ("formula", 2, "A"),
        ("formula", 3, "B"),
    ]


def test_a_cell_that_shows_an_error_is_named() -> None:
    data = f'<row r="1">{inline("A1", "a")}</row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>'
    assert codes_of(made_by_hand(data)) == ["error_value"]


def test_hidden_sheets_and_further_sheets_are_passed_over_and_said_so() -> None:
    workbook = made_by_openpyxl([["a"], ["1"]], Secret=[["x"]], Second=[["y"]])
    workbook["Secret"].sheet_state = "veryHidden"
    sheet = read_sheet(saved(workbook))
    assert sheet.headers == ("a",)
    assert "Secret" in str(sheet.notices[0])
    assert "Only the first sheet" in str(sheet.notices[1])


def test_a_hidden_first_sheet_is_not_the_one_that_is_read() -> None:
    workbook = made_by_openpyxl([["hidden"], ["1"]], Seen=[["seen"], ["2"]])
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.active = 1
    assert read_sheet(saved(workbook)).headers == ("seen",)


def test_a_hundred_thousand_rows_are_refused_at_once() -> None:
    cells = '<c t="inlineStr"><is><t>x</t></is></c>' * 5  # without references, as some write them
    content = made_by_hand(f"<row>{cells}</row>" * 100_001)
    begun = time.process_time()
    assert codes_of(content) == ["too_many_rows"]
    assert time.process_time() - begun < 2


def test_a_workbook_that_unpacks_to_too_much_is_not_opened() -> None:
    content = made_by_hand("", more={"xl/media/bomb.bin": "0" * 3_000_000})
    assert len(content) < 20_000
    assert codes_of(content, SheetLimits(unpacked_bytes=2_000_000)) == ["too_large_unpacked"]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="99999999999999"><c r="A1"><v>1</v></c></row>',
        '<row r="0"><c r="A1"><v>1</v></c></row>',
        '<row r="-4"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="AAAAAAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
        '<row r="1"><c r="A1" t="n"><v>many</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1"><v>inf</v></c></row>',
        '<row r="1"><c r="A1" s="many"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
    ],
)
def test_rows_and_cells_that_lie_are_told_as_damage(row: str) -> None:
    assert codes_of(made_by_hand(row)) == ["damaged"]


def test_a_cell_far_to_the_right_is_too_many_columns() -> None:
    data = f'<row r="1">{inline("A1", "a")}</row><row r="2">{inline("XFD2", "x")}</row>'
    assert codes_of(made_by_hand(data)) == ["too_many_columns"]


def test_a_false_claim_about_the_size_of_the_sheet_changes_nothing() -> None:
    sheet = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>'
        f'<row r="1">{inline("A1", "a")}</row><row r="2">{inline("A2", "x")}</row>'
        "</sheetData></worksheet>"
    )
    content = made_by_hand("", more={"xl/worksheets/one.xml": sheet})
    assert read_sheet(content).rows[0].cells == ("x",)


def test_entities_are_never_followed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    sheet = (
        f'{bomb}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        "<t>&b;</t></is></c></row></sheetData></worksheet>"
    )
    assert codes_of(made_by_hand("", more={"xl/worksheets/one.xml": sheet})) == ["damaged"]
    book = f'{bomb}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets/></workbook>'
    assert codes_of(made_by_hand("", more={"xl/workbook.xml": book})) == ["damaged"]


def test_a_part_that_is_longer_than_it_claims_is_told_as_damage() -> None:
    content = bytearray(made_by_hand(f'<row r="1">{inline("A1", "a" * 5000)}</row>'))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.getinfo("xl/worksheets/one.xml").header_offset
    central = content.rindex(b"xl/worksheets/one.xml") - 46
    for offset in (start + 22, central + 24):
        content[offset : offset + 4] = (100).to_bytes(4, "little")
    assert codes_of(bytes(content)) == ["damaged"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_workbook"),
        (b"PK\x03\x04 and then nothing that fits", "damaged"),
    ],
)
def test_old_and_broken_workbooks_are_told_apart(content: bytes, code: str) -> None:
    assert codes_of(content) == [code]


def test_a_zip_of_something_else_is_not_a_workbook() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert codes_of(stream.getvalue()) == ["not_a_workbook"]


def test_a_cut_off_workbook_is_told_as_damage() -> None:
    content = saved(made_by_openpyxl([["a"], ["1"]]))
    for share in (3, 10, 50, 90):
        assert codes_of(content[: len(content) * share // 100]) == ["damaged"]


@pytest.mark.parametrize("name", ["choice_filter_test", "flat_xlsform_test", "group", "or_other"])
def test_workbooks_of_other_people_are_read_or_their_formulas_named(name: str) -> None:
    path = XLSFORMS / f"{name}.xlsx"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    try:
        assert "type" in read_sheet(path.read_bytes()).headers
    except SheetProblems as refused:
        assert {p.code for p in refused.problems} <= {"formula"}  # noqa: PT017 - some hold some
        assert all(p.row and p.column for p in refused.problems)  # noqa: PT017
