import re
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from alongside.star.framework.export import own_instrument_note, star_pdf, star_png
from alongside.star.framework.tests.samples import HOSTILE, doubtful_star, rich_star, star_saying
from alongside.star.framework.twin import level_table, point_table, share_table


def readable(pdf: bytes) -> bytes:
    """The file with its packed parts unpacked, so that tags and metadata can be read."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(parts)


def test_the_pdf_is_tagged_and_declares_the_accessible_standard() -> None:
    pdf = star_pdf(rich_star())
    text = readable(pdf)

    assert pdf.startswith(b"%PDF-")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in text
    assert b"/StructTreeRoot" in text
    assert b"/Marked true" in text
    assert b"/Lang" in text
    assert b"Our co-production star (invented example)" in text


def test_the_picture_in_the_pdf_has_the_description_as_its_other_text() -> None:
    text = readable(star_pdf(rich_star()))

    assert b"/Figure" in text
    assert b"/Alt" in text
    assert b"/TH" in text


def test_the_star_and_its_tables_stand_on_one_sheet() -> None:
    pages = re.findall(rb"/Type ?/Page\b", readable(star_pdf(rich_star())))

    assert len(pages) == 1


def test_what_the_star_shows_and_the_shares_behind_it_are_two_tables_that_make_one() -> None:
    levels, shares, both = (
        level_table(rich_star()),
        share_table(rich_star()),
        point_table(rich_star()),
    )

    assert max(len(levels.headers), len(shares.headers)) < 8
    assert {*levels.headers, *shares.headers} == {*both.headers}
    assert [len(row) for row in both.rows] == [len(both.headers)] * 4


def test_the_png_is_a_real_picture() -> None:
    made = Image.open(BytesIO(star_png(doubtful_star())))

    assert made.format == "PNG"
    assert made.width > 1000
    assert made.height > made.width
    assert len(made.convert("RGB").getcolors(1_000_000) or []) > 100


def test_another_star_makes_another_picture() -> None:
    assert star_png(rich_star()) != star_png(doubtful_star())


def test_the_same_star_makes_the_same_file() -> None:
    assert star_png(rich_star()) == star_png(rich_star())


def test_a_text_beyond_our_fonts_still_makes_a_tagged_pdf() -> None:
    text = readable(star_pdf(star_saying("合作")))

    assert b"/StructTreeRoot" in text
    assert b"pdfuaid" not in text


def test_fonts_may_be_missing() -> None:
    assert star_pdf(rich_star(), fonts=Path("/nowhere")).startswith(b"%PDF-")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_reach_typst_as_words_only(words: str) -> None:
    assert star_pdf(star_saying(words)).startswith(b"%PDF-")


def test_every_copy_says_whose_instrument_it_is() -> None:
    note = own_instrument_note()

    assert "Alongside's own instrument" in note
    assert "independent of the Co-Production Star" in note
