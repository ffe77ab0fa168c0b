"""The Star as PNG and as tagged PDF (PDF/UA-1), with its title, caption, table twin and our note.

Typst lays the sheet out from `print/star.typ`. Text reaches it as data only; it reads no file but
its template and the fonts, and no network.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import typst

from alongside.star.framework.drawing import draw_star
from alongside.star.framework.drawing.svg import plain
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import (
    Table,
    caption_sentences,
    description,
    full_title,
    level_table,
    share_table,
    step_table,
)

TEMPLATE = Path(__file__).parent / "print" / "star.typ"
FONT_FOLDER = Path(__file__).parents[2] / "ui" / "fonts"
FONTS = ("Atkinson Hyperlegible Next", "Libertinus Serif")
PIXELS_PER_INCH = 160.0

Paper = Literal["a4", "image"]


def star_pdf(picture: StarPicture, *, language: str = "en", fonts: Path = FONT_FOLDER) -> bytes:
    """One A4 sheet or more, tagged for screen readers, to the accessible standard PDF/UA-1.

    Where a text holds characters that our fonts lack, the standard can't be kept: the sheet is then
    made with the fonts of this machine, tagged all the same, and does not claim the standard.
    """
    sheet = _sheet(picture, paper="a4", language=language)
    try:
        return _compiled(sheet, fonts, "pdf", standard="ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    return _compiled(sheet, fonts, "pdf", machine_fonts=True)


def star_png(picture: StarPicture, *, language: str = "en", fonts: Path = FONT_FOLDER) -> bytes:
    """The same sheet as one image."""
    return _compiled(_sheet(picture, paper="image", language=language), fonts, "png")


def own_instrument_note(language: str = "en") -> str:
    """What every copy says: whose instrument this is, and whose it is not."""
    instrument = load_instrument()
    name, label, independence = (
        instrument.text(field, language) for field in ("name", "label", "independence")
    )
    return f"{name}: {label}. {independence}"


def _sheet(picture: StarPicture, *, paper: Paper, language: str) -> Mapping[str, object]:
    return {
        "title": plain(full_title(picture)),
        "author": "Alongside",
        "language": language,
        "paper": paper,
        "fonts": FONTS,
        "caption": plain(" ".join(caption_sentences(picture))),
        "picture": draw_star(picture, prefix="print"),
        "description": plain(description(picture)),
        "tables": [_printed(table(picture)) for table in (level_table, share_table, step_table)],
        "note": own_instrument_note(language),
    }


def _printed(table: Table) -> Mapping[str, object]:
    return {
        "caption": table.caption,
        "headers": [plain(header) for header in table.headers],
        "rows": [[plain(str(cell)) for cell in row] for row in table.rows],
    }


def _compiled(
    sheet: Mapping[str, object],
    fonts: Path,
    kind: Literal["pdf", "png"],
    *,
    standard: Literal["ua-1"] | None = None,
    machine_fonts: bool = False,
) -> bytes:
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[fonts] if fonts.is_dir() else [],
        ignore_system_fonts=not machine_fonts,
        format=kind,
        ppi=PIXELS_PER_INCH,
        sys_inputs={"sheet": json.dumps(sheet)},
        pdf_standards=standard,
    )
