"""A paper prints to a tagged PDF, whatever is written in it."""

import pytest

from alongside.foundation.files.papers import (
    Paper,
    heading,
    paper_pdf,
    paragraph,
    picture,
    points,
    table,
)

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
