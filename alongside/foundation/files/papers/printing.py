"""Print a paper."""

import json
import re
from pathlib import Path
from typing import Any, Literal

import typst

from alongside.foundation.files.papers.parts import Paper

TEMPLATE = Path(__file__).parent / "paper.typ"
FONT_FOLDER = Path(__file__).parents[3] / "ui" / "fonts"
FONTS = ("Atkinson Hyperlegible Next", "Libertinus Serif")

# What no font has and no reader sees; it would only keep the paper from its standard.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def paper_pdf(paper: Paper) -> bytes:
    """Return the paper as A4 pages, tagged for screen readers, to the standard PDF/UA-1.

    Where a text holds characters that our fonts lack, or a heading has no words, the standard can't
    be kept: the paper is then made with the fonts of this machine, tagged all the same, and does not
    claim the standard.
    """
    try:
        return _compiled(paper, standard="ua-1")
    except typst.TypstError as error:
        if not any(reason in str(error) for reason in ("could not be displayed", "PDF/UA-1 error")):
            raise
    return _compiled(paper, standard=None)


def _compiled(paper: Paper, *, standard: Literal["ua-1"] | None) -> bytes:
    content = {**legible(paper), "fonts": FONTS}
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[FONT_FOLDER] if FONT_FOLDER.is_dir() else [],
        ignore_system_fonts=standard is not None,
        format="pdf",
        sys_inputs={"paper": json.dumps(content)},
        pdf_standards=standard,
    )


def legible(value: Any) -> Any:
    """Return the same values with their texts as readers see them."""
    if isinstance(value, str):
        return _UNSEEN.sub("", value)
    if isinstance(value, dict):
        return {key: legible(one) for key, one in value.items()}
    return [legible(one) for one in value] if isinstance(value, list | tuple) else value
