"""A paper as a book: what reading systems ask of the file, and words that stay words."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest

from alongside.foundation.files.papers import contents, heading, paper_epub, paragraph
from alongside.foundation.files.papers.parts import Paper
from alongside.foundation.files.tests.test_papers import paper

NUMBER = UUID("6c7f9b4e-0d3c-4a53-8f0f-6f2f3f3f3f3f")
MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
HTML = {"h": "http://www.w3.org/1999/xhtml"}


def book(told: Paper) -> zipfile.ZipFile:
    made = paper_epub(told, number=NUMBER, made_at=MADE, summary="Plain text with headings.")
    return zipfile.ZipFile(BytesIO(made))


def two_chapters() -> Paper:
    return Paper(
        title="Two cases",
        language="en",
        facts=[],
        parts=[
            contents("Contents"),
            paragraph("Why these"),
            heading("Ask first", is_new_page=True),
            heading("What changed", level=3),
            heading("Keys & <doors>", is_new_page=True),
        ],
        note="End.",
    )


def test_the_first_bytes_say_that_it_is_a_book() -> None:
    made = paper_epub(two_chapters(), number=NUMBER, made_at=MADE, summary="s")
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    first = zipfile.ZipFile(BytesIO(made)).infolist()[0]
    assert (first.compress_type, first.extra) == (zipfile.ZIP_STORED, b"")
    assert made == paper_epub(two_chapters(), number=NUMBER, made_at=MADE, summary="s")


def test_the_package_lists_every_file_once_and_all_of_them_are_there() -> None:
    files = book(two_chapters())
    container = ET.fromstring(files.read("META-INF/container.xml"))
    assert container[0][0].get("full-path") == "book/package.opf"
    package = ET.fromstring(files.read("book/package.opf"))
    items = package.findall("o:manifest/o:item", OPF)
    listed = {f"book/{item.get('href')}" for item in items}
    assert len(listed) == len(items) == len({item.get("id") for item in items})
    assert listed == set(files.namelist()) - {
        "mimetype",
        "META-INF/container.xml",
        "book/package.opf",
    }
    ids = {item.get("id") for item in items}
    refs = [ref.get("idref") for ref in package.findall("o:spine/o:itemref", OPF)]
    assert len(refs) == 3
    assert set(refs) <= ids
    assert package.get("unique-identifier") == "number"
    assert package.findtext("o:metadata/dc:identifier", namespaces=OPF) == f"urn:uuid:{NUMBER}"
    told = {m.get("property") for m in package.findall("o:metadata/o:meta", OPF)}
    assert {"dcterms:modified", "schema:accessibilitySummary", "schema:accessMode"} <= told


def test_the_contents_lead_to_each_chapter() -> None:
    files = book(two_chapters())
    nav = ET.fromstring(files.read("book/nav.xhtml"))
    links = nav.findall(".//h:nav/h:ol/h:li/h:a", HTML)
    assert [link.text for link in links] == ["Two cases", "Ask first", "Keys & <doors>"]
    for link in links:
        page = ET.fromstring(files.read(f"book/{link.get('href')}"))
        headings = [e for e in page.iter() if e.tag.endswith(("}h1", "}h2", "}h3"))]
        assert headings[0].tag.endswith("}h1")
        assert page.get("lang") == "en"


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "\x00\x07\u202e\ufffe", "]]>&amp;", "", "عربى 漢字 🌲", "&#0;"],
)
def test_hostile_words_are_words(text: str) -> None:
    files = book(paper(text))
    for name in files.namelist():
        if name.endswith((".xhtml", ".opf", ".xml")):
            parsed = ET.fromstring(files.read(name))
            assert not [e for e in parsed.iter() if e.tag.endswith("}script")]
