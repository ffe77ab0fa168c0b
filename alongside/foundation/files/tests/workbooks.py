"""Workbooks for tests: made by openpyxl, and made by hand to be what no program would write."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def made_by_openpyxl(rows: Iterable[Sequence[Any]], **more: Iterable[Sequence[Any]]) -> Any:
    """A workbook object, to be changed further and then given to `saved`."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    for title, others in more.items():
        sheet = workbook.create_sheet(title)
        for row in others:
            sheet.append(row)
    return workbook


def saved(workbook: Any) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def made_by_hand(
    sheet_data: str, *, after: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """The smallest workbook, with the given XML inside its `sheetData`."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/one.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/one.xml"/>'
        "</Relationships>",
        "xl/worksheets/one.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData>'
        f"{after}</worksheet>",
        **(more or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def inline(reference: str, text: str) -> str:
    """One cell of text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'
