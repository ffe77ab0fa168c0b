"""Open XLSX: check what it unpacks to, choose the sheet, and have it read in one pass."""

import io
import zipfile
import zlib
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.cell_texts import CellTexts, SharedTexts, formats_of
from alongside.foundation.files.sheets.parts import (
    Grid,
    SheetLimits,
    SheetProblem,
    Words,
    refuse,
    refuse_all,
)
from alongside.foundation.files.sheets.scanning import Scan, damaged

ABOUT = "About"  # the sheet that says where our own exports come from
_BOOK = "xl/workbook.xml"
_SMALL_PART = 5 * 1024 * 1024  # parts that are read as a tree: the list of sheets, the styles
# All that zipfile, the XML parsers and the conversions raise over files that lie.
_DAMAGE = (
    ArithmeticError, AttributeError, DefusedXmlException, EOFError, LookupError,
    NotImplementedError, OSError, ParseError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook: its title, whether it can be seen, and the part that holds it."""

    title: str
    is_visible: bool
    part: str


def read_workbook(content: bytes, limits: SheetLimits) -> Grid:
    """Return the cells of the first visible sheet of an XLSX file."""
    with _damage_is_told(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        _refuse_odd_parts(archive, limits)
        book = _tree(archive, _BOOK)
        links = _links(archive)
        chosen, notices = _chosen_sheet(_sheets(book, links))
        scan = Scan(limits, _cell_texts(archive, book, links).text_of)
        with archive.open(chosen.part) as source:
            scan.read(source)
    refuse_all(scan.problems)
    return Grid(scan.rows, notices)


def read_workbook_sheets(
    content: bytes, wanted: Container[str], limits: SheetLimits
) -> dict[str, Grid]:
    """Return the cells of the visible sheets of these titles, whatever their case."""
    grids: dict[str, Grid] = {}
    with _damage_is_told(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        _refuse_odd_parts(archive, limits)
        book = _tree(archive, _BOOK)
        links = _links(archive)
        texts = _cell_texts(archive, book, links)
        problems: list[SheetProblem] = []
        for sheet in _sheets(book, links):
            title = sheet.title.strip().casefold()
            if title not in wanted or title in grids or not sheet.is_visible:
                continue
            scan = Scan(limits, texts.text_of)
            with archive.open(sheet.part) as source:
                scan.read(source)
            # What a formula last gave is its value here: forms often work out their version.
            problems += [found for found in scan.problems if found.code != "formula"]
            grids[title] = Grid(scan.rows)
    refuse_all(problems)
    return grids


@contextmanager
def _damage_is_told() -> Iterator[None]:
    try:
        yield
    except _DAMAGE:
        raise damaged() from None


def _refuse_odd_parts(archive: zipfile.ZipFile, limits: SheetLimits) -> None:
    parts = archive.infolist()
    if not any(part.filename == _BOOK for part in parts):
        raise refuse(
            "not_a_workbook",
            _("This isn't an XLSX workbook. Save it as XLSX or CSV and try again."),
        )
    # What the archive claims is what is read at most: a part that lies breaks off at its claim.
    size = sum(part.file_size for part in parts)
    if size > limits.unpacked_bytes:
        words = _("Unpacked, this workbook has %(size)s MB. We read up to %(limit)s MB.")
        megabytes = {"size": size // 2**20, "limit": limits.unpacked_bytes // 2**20}
        raise refuse("too_large_unpacked", words % megabytes)


def _tree(archive: zipfile.ZipFile, part: str) -> Any:
    if archive.getinfo(part).file_size > _SMALL_PART:
        raise damaged()
    return fromstring(archive.read(part), forbid_dtd=True)


def _links(archive: zipfile.ZipFile) -> dict[str, tuple[str, str]]:
    """Return kind and part of everything that the workbook links to, by the link's id."""
    found: dict[str, tuple[str, str]] = {}
    for link in _tree(archive, "xl/_rels/workbook.xml.rels"):
        target = link.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], part)
    return found


def _sheets(book: Any, links: dict[str, tuple[str, str]]) -> list[SheetPart]:
    return [
        SheetPart(
            title=sheet.get("name", ""),
            is_visible=sheet.get("state", "visible") == "visible",
            part=part,
        )
        for sheet in book.iter()
        if sheet.tag.rpartition("}")[2] == "sheet"
        for kind, part in [links[_link_id(sheet)]]
        if kind == "worksheet"
    ]


def _link_id(sheet: Any) -> str:
    """The one attribute in a namespace of its own, whichever edition of the format it is."""
    return next(str(value) for name, value in sheet.items() if name.endswith("}id"))


def _cell_texts(
    archive: zipfile.ZipFile, book: Any, links: dict[str, tuple[str, str]]
) -> CellTexts:
    parts = dict(links.values())
    texts = CellTexts()
    if "sharedStrings" in parts:
        with archive.open(parts["sharedStrings"]) as source:
            texts.shared = SharedTexts().read(source)
    if "styles" in parts:
        texts.formats = formats_of(_tree(archive, parts["styles"]))
    texts.counts_from_1904 = any(
        found.get("date1904") in {"1", "true"}
        for found in book
        if found.tag.rpartition("}")[2] == "workbookPr"
    )
    return texts


def _chosen_sheet(sheets: list[SheetPart]) -> tuple[SheetPart, list[Words]]:
    visible = [sheet for sheet in sheets if sheet.is_visible]
    with_rows = [sheet for sheet in visible if sheet.title != ABOUT] or visible
    if not with_rows:
        raise refuse("no_sheet", _("This workbook has no sheet that can be seen."))
    notices: list[Words] = []
    hidden = [sheet.title for sheet in sheets if not sheet.is_visible]
    if hidden:
        words = _("Hidden sheets were not read: %(names)s.")
        notices.append(words % {"names": ", ".join(hidden)})
    if len(with_rows) > 1:
        words = _("Only the first sheet was read: %(name)s.")
        notices.append(words % {"name": with_rows[0].title})
    return with_rows[0], notices
