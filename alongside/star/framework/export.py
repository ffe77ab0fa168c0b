"""The Star as PNG and as tagged PDF (PDF/UA-1), with its title, caption, table twin and our note.

Typst lays the sheet out from `print/star.typ`. Text reaches it as data only; it reads no file but
its template and the fonts, and no network.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from alongside.star.framework.drawing import draw_star
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import (
    caption_sentences,
    description,
    full_title,
    point_table,
    step_table,
)

FONT_FOLDER = Path(__file__).parents[2] / "ui" / "fonts"
FONTS = ("Atkinson Hyperlegible Next", "Libertinus Serif")
PIXELS_PER_INCH = 160.0

Paper = Literal["a4", "image"]


def star_pdf(picture: StarPicture, *, language: str = "en", fonts: Path = FONT_FOLDER) -> bytes:
    """One A4 sheet or more, tagged for screen readers."""
    return _compiled(
        _sheet(picture, paper="a4", language=language), fonts, format="pdf", pdf_standards="ua-1"
    )


def star_png(picture: StarPicture, *, language: str = "en", fonts: Path = FONT_FOLDER) -> bytes:
    """The same sheet as one image."""
    return _compiled(
        _sheet(picture, paper="image", language=language), fonts, format="png", ppi=PIXELS_PER_INCH
    )


def own_instrument_note(language: str = "en") -> str:
    """What every copy says: whose instrument this is, and whose it is not."""
    instrument = load_instrument()
    name, label, independence = (
        instrument.text(field, language) for field in ("name", "label", "independence")
    )
    return f"{name}: {label}. {independence}"


def _sheet(picture: StarPicture, *, paper: Paper, language: str) -> Mapping[str, object]:
    tables = (point_table(picture), step_table(picture))
    return {
        "title": full_title(picture),
        "author": "Alongside",
        "language": language,
        "paper": paper,
        "fonts": FONTS,
        "caption": caption_sentences(picture),
        "picture": draw_star(picture, prefix="print"),
        "description": description(picture),
        "tables": [asdict(table) for table in tables],
        "note": own_instrument_note(language),
    }


def _compiled(sheet: Mapping[str, object], fonts: Path, **options: object) -> bytes:
    made = typst.compile(
        _template(),
        font_paths=[str(fonts)] if fonts.is_dir() else [],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(sheet)},
        **options,
    )
    return made[0] if isinstance(made, Sequence) and not isinstance(made, bytes) else made


@cache
def _template() -> bytes:
    return (files("alongside.star.framework") / "print" / "star.typ").read_bytes()
