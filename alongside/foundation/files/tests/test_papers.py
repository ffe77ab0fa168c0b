"""A paper prints to a tagged PDF, whatever is written in it."""

import json
from io import BytesIO

import pytest
import typst
from PIL import Image

from alongside.foundation.files.papers import (
    Paper,
    heading,
    paper_pdf,
    paragraph,
    picture,
    points,
    table,
)
from alongside.foundation.files.papers.printing import FONT_FOLDER, FONTS, TEMPLATE

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


def paper(text: str = "Words") -> Paper:
    return Paper(
        title=text,
        language="en",
        facts=[text, "as of 23 November 2026"],
        parts=[
            heading(text),
            paragraph(text),
            points([text, text]),
            table(text, [text, "Two"], [[text, text * 20], ["", ""]]),
            heading(text, level=3),
            heading(text, is_new_page=True),
            picture(SQUARE, description=text),
        ],
        note=text,
    )


def test_a_paper_is_a_tagged_pdf_to_the_accessible_standard() -> None:
    made = paper_pdf(paper())
    assert made.startswith(b"%PDF-")
    assert b"/MarkInfo" in made
    assert b"pdfuaid" in made


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")', "$ x^2 $ *bold* _it_ `raw` <label> @cite \\ // ", "\x00\x07\u202e\u200b",
        "x" * 5000, "ſüß Ελληνικά عربى 漢字 🌲", "", '"\\u0000', "</svg><script>",
    ],
)  # fmt: skip
def test_hostile_words_are_words(text: str) -> None:
    assert paper_pdf(paper(text)).startswith(b"%PDF-")


def test_the_same_paper_prints_the_same() -> None:
    assert paper_pdf(paper()) == paper_pdf(paper())


ADDRESS = (
    "https://www.strathmuir-partnership.example.org/documents/2026/november/"
    "minutes-of-the-board_meeting-with-annexes.final.version-3.pdf?download=true&page=12"
)


def pages(made: Paper) -> list[Image.Image]:
    """The pages as pictures of 72 dots an inch, in shades of grey."""
    found = typst.compile(
        TEMPLATE, root=TEMPLATE.parent, font_paths=[FONT_FOLDER], format="png", ppi=72,
        sys_inputs={"paper": json.dumps({**made, "fonts": FONTS})},
    )  # fmt: skip
    sheets = found if isinstance(found, list) else [found]
    return [Image.open(BytesIO(sheet)).convert("L") for sheet in sheets]


@pytest.mark.parametrize("text", ["x" * 5000, ADDRESS], ids=["letters", "address"])
def test_no_word_runs_off_the_paper(text: str) -> None:
    heads = ["Activity", "Decision", "Why", "Who decided, and when"]
    rows = [[text, "Taken on", text, "The board"], ["Volunteers", "Not now", "", "The board"]]
    parts = [table("Decisions", heads, rows), *paper(text)["parts"][:3]]
    for page in pages({**paper(text), "parts": parts}):
        for side in ((page.width - 45, 0), (0, page.height - 20)):
            assert page.crop((*side, page.width, page.height)).getextrema() == (255, 255)


@pytest.mark.parametrize("text", ["x" * 5000, ADDRESS], ids=["letters", "address"])
def test_a_long_word_leaves_the_columns_beside_it_their_words(text: str) -> None:
    heads = ["Activity", "Decision", "Why", "Who decided, and when"]
    widths = table("Decisions", heads, [["Volunteers", "Taken on", text, "The board"]])["widths"]
    letters = [96 * width / sum(widths) for width in widths]
    for room, longest in zip(letters, ["Volunteers", "Decision", "Why", "decided,"], strict=True):
        assert room > len(longest) + 2


def test_eight_narrow_columns_keep_apart() -> None:
    heads = [
        "Together", "Level", "Councillors", "Senior managers", "Managers", "Front-line staff",
        "Residents", "Before",
    ]  # fmt: skip
    widths = table("What the Star shows", heads, [["3.4"] * len(heads)])["widths"]
    for head, width in zip(heads, widths, strict=True):
        assert 110 * width / sum(widths) > max(map(len, head.split())) + 2
