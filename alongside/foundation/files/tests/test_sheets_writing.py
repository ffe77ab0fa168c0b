"""What we write, others can open without harm, and we read back unchanged."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.files.sheets import (
    About,
    Percent,
    Table,
    guarded,
    read_sheet,
    unguarded,
    write_csv,
    write_json,
    write_xlsx,
)

HOSTILE = [
    "=1+1",
    "+44 1234",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1+1",
    "''=x",
    "'tis fine",
    '=HYPERLINK("http://example.org")',
    "<script>alert(1)</script>",
    'quo"te, and; comma',
    "two\nlines",
    "Gàidhlig 字 🙂",
    "\u202eright to left",
    "00123",
    "_x0041_",
    "TRUE",
    " spaces ",
]
ABOUT = About(
    title="=Practice of Strathmuir",
    source="Alongside, invented example",
    as_of=date(2026, 11, 4),
    n="212 people, 4 of them councillors",
    instrument="Alongside Explorer, version 1",
    notes=("Invented.",),
)
TABLE = Table("Practice", ("text", "number"), [(text, 1) for text in HOSTILE])


def test_hostile_texts_come_back_from_csv_as_they_were() -> None:
    sheet = read_sheet(write_csv(TABLE))
    assert [row.cells[0] for row in sheet.rows] == HOSTILE
    assert not sheet.notices


def test_hostile_texts_come_back_from_a_workbook_with_plain_line_ends() -> None:
    sheet = read_sheet(write_xlsx([TABLE], ABOUT))
    assert [row.cells[0] for row in sheet.rows] == [text.replace("\r", "\n") for text in HOSTILE]
    assert not sheet.notices


def test_no_cell_of_a_csv_begins_like_a_formula() -> None:
    table = Table("t", ("=head",), [(text,) for text in HOSTILE])
    text = write_csv(table).decode("utf-8-sig")
    for (cell,) in csv.reader(io.StringIO(text, newline="")):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_numbers_are_left_alone_even_when_they_are_negative() -> None:
    content = write_csv(Table("t", ("n", "m", "d"), [(-5, Decimal("-1.50"), date(2026, 11, 4))]))
    assert content.decode("utf-8-sig").splitlines()[1] == "-5,-1.50,2026-11-04"


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(write_xlsx([TABLE], ABOUT)))
    for row in workbook["Practice"].iter_rows(min_row=2):
        assert row[0].data_type == "s"
        assert row[1].value == 1


def test_a_share_is_a_number_in_files_for_programs_and_in_percent_for_people() -> None:
    table = Table("t", ("share",), [(Percent(0.57),), (Percent(1),)])
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([table], ABOUT)))["t"]
    assert [cell.value for cell in sheet["A"][1:]] == [0.57, 1]
    assert {cell.number_format for cell in sheet["A"][1:]} == {"0%"}
    assert json.loads(write_json([table], ABOUT))["tables"]["t"][0] == {"share": 0.57}
    assert write_csv(table).decode("utf-8-sig").splitlines() == ["share", "57%", "100%"]


def test_a_workbook_says_where_it_comes_from() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(write_xlsx([TABLE], ABOUT)))
    told = dict(workbook["About"].iter_rows(min_row=2, values_only=True))
    assert told["As of"] == "2026-11-04"
    assert told["Who took part"] == "212 people, 4 of them councillors"
    assert told["Instrument"] == "Alongside Explorer, version 1"
    assert told["Title"] == "=Practice of Strathmuir"
    assert workbook["About"]["B2"].data_type == "s"


def test_sheets_get_names_that_programs_accept() -> None:
    names = ["a/b:c", "A b c", "x" * 50, "About", "", "history"]
    tables = [Table(name, ("h",), [("v",)]) for name in names]
    titles = openpyxl.load_workbook(io.BytesIO(write_xlsx(tables, ABOUT))).sheetnames
    assert len({title.casefold() for title in titles}) == len(names) + 1
    assert all(len(title) <= 31 for title in titles)


def test_signs_that_xml_cannot_carry_are_replaced_and_nothing_breaks() -> None:
    table = Table("t", ("h",), [("a\x00b\x1bc\ud800d",)])
    assert read_sheet(write_xlsx([table], ABOUT)).rows[0].cells == ("a\ufffdb\ufffdc\ufffdd",)
    assert read_sheet(write_csv(table)).rows[0].cells == ("a\ufffdb\ufffdc\ufffdd",)


def test_json_holds_the_rows_and_their_source() -> None:
    document = json.loads(
        write_json([Table("T", ("a", "b", "c"), [("=x", Decimal("1.5"), None)])], ABOUT)
    )
    assert document["tables"]["T"] == [{"a": "=x", "b": 1.5, "c": None}]
    assert document["about"]["n"] == "212 people, 4 of them councillors"


@given(st.text())
def test_the_guard_is_taken_away_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
