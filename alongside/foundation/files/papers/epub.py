"""A paper as a book: EPUB 3.3, reflowable, to the EPUB accessibility rules as far as text goes.

A book begins a chapter at each heading that begins a new page. Everything is written as XML from
plain values, so nothing in it can run or be fetched: no script, no style of others, no address but
those that a reader follows by choice. The same paper, number and time give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID
from xml.etree import ElementTree as ET

from alongside.foundation.files.papers.parts import Paper, Part
from alongside.foundation.files.papers.printing import legible

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive knows

CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
STYLE = """body { line-height: 1.5; margin: 0 1em; }
h1, h2, h3 { line-height: 1.2; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.6em 0.3em 0; text-align: left; vertical-align: top; }
.facts, .note { font-size: 0.9em; }
"""
# What the book is to those who can't see it (schema.org's words, as booksellers' catalogues ask).
ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityHazard", "none"),
)


@dataclass(slots=True)
class Chapter:
    """What stands in one file of the book."""

    title: str
    parts: list[Part] = field(default_factory=list)


def paper_epub(paper: Paper, *, number: UUID, made_at: datetime, summary: str) -> bytes:
    """Return a paper as a book. `summary` says in words how it can be read."""
    told: Paper = legible(paper)
    chapters = list(_chapters(told))
    names = [f"part-{at}.xhtml" for at in range(len(chapters))]
    files = {
        "META-INF/container.xml": CONTAINER,
        "book/package.opf": _package(told, names, number, made_at, summary),
        "book/nav.xhtml": _nav(told, list(zip(names, chapters, strict=True))),
        "book/style.css": STYLE,
    }
    for at, (name, chapter) in enumerate(zip(names, chapters, strict=True)):
        files[f"book/{name}"] = _page(told, chapter, is_first=at == 0, is_last=at == len(names) - 1)
    return _zipped(files)


def _chapters(paper: Paper) -> Iterator[Chapter]:
    chapter = Chapter(paper["title"])
    for part in paper["parts"]:
        if part["kind"] == "heading" and part.get("is_new_page"):
            yield chapter
            chapter = Chapter(part["text"])
        chapter.parts.append(part)
    yield chapter


def _zipped(files: dict[str, str]) -> bytes:
    """The first file says what this is, uncompressed, so that a reader knows it by its first bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        kind = zipfile.ZipInfo("mimetype", EARLIEST)
        book.writestr(kind, "application/epub+zip", compress_type=zipfile.ZIP_STORED)
        for name, text in files.items():
            about = zipfile.ZipInfo(name, EARLIEST)
            book.writestr(about, text.encode(), compress_type=zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _package(paper: Paper, names: list[str], number: UUID, made_at: datetime, summary: str) -> str:
    package = ET.Element(
        "package",
        {
            "xmlns": OPF,
            "version": "3.0",
            "unique-identifier": "number",
            "xml:lang": paper["language"],
        },
    )
    metadata = ET.SubElement(package, "metadata", {"xmlns:dc": DC})
    _say(metadata, "dc:identifier", f"urn:uuid:{number}", id="number")
    _say(metadata, "dc:title", paper["title"])
    _say(metadata, "dc:language", paper["language"])
    _say(metadata, "dc:publisher", "Alongside")
    modified = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    _say(metadata, "meta", modified, property="dcterms:modified")
    for name, value in (*ACCESS, ("schema:accessibilitySummary", summary)):
        _say(metadata, "meta", value, property=name)
    manifest = ET.SubElement(package, "manifest")
    page = "application/xhtml+xml"
    ET.SubElement(
        manifest,
        "item",
        {"id": "nav", "href": "nav.xhtml", "media-type": page, "properties": "nav"},
    )
    ET.SubElement(manifest, "item", {"id": "style", "href": "style.css", "media-type": "text/css"})
    spine = ET.SubElement(package, "spine")
    for at, name in enumerate(names):
        ET.SubElement(manifest, "item", {"id": f"part-{at}", "href": name, "media-type": page})
        ET.SubElement(spine, "itemref", {"idref": f"part-{at}"})
    return _written(package)


def _say(parent: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _written(root: ET.Element, *, doctype: str = "") -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + doctype + ET.tostring(root, encoding="unicode")


def _document(paper: Paper, title: str) -> tuple[ET.Element, ET.Element]:
    language = paper["language"]
    html = ET.Element(
        "html", {"xmlns": XHTML, "xmlns:epub": OPS, "lang": language, "xml:lang": language}
    )
    head = ET.SubElement(html, "head")
    _say(head, "title", title)
    ET.SubElement(head, "link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    return html, ET.SubElement(html, "body")


def _nav(paper: Paper, chapters: list[tuple[str, Chapter]]) -> str:
    html, body = _document(paper, paper["title"])
    nav = ET.SubElement(body, "nav", {"epub:type": "toc", "role": "doc-toc", "id": "toc"})
    _say(nav, "h1", _contents_title(paper) or paper["title"])
    entries = ET.SubElement(nav, "ol")
    for name, chapter in chapters:
        _say(ET.SubElement(entries, "li"), "a", chapter.title or "…", href=name)
    return _written(html, doctype="<!DOCTYPE html>\n")


def _contents_title(paper: Paper) -> str:
    return next((part["text"] for part in paper["parts"] if part["kind"] == "contents"), "")


def _page(paper: Paper, chapter: Chapter, *, is_first: bool, is_last: bool) -> str:
    html, body = _document(paper, chapter.title)
    section = ET.SubElement(
        body, "section", {"epub:type": "frontmatter" if is_first else "chapter"}
    )
    if is_first:
        _say(section, "h1", paper["title"])
        if paper["facts"]:
            _say(section, "p", " · ".join(paper["facts"]), **{"class": "facts"})
    for part in chapter.parts:
        _put(section, part)
    if is_last and paper["note"]:
        _say(section, "p", paper["note"], **{"class": "note"})
    return _written(html, doctype="<!DOCTYPE html>\n")


def _put(section: ET.Element, part: Part) -> None:
    kind = part["kind"]
    if kind == "heading":
        # A chapter's own heading is the first of its file.
        _say(
            section, f"h{1 if part.get('is_new_page') else max(2, part['level'] - 1)}", part["text"]
        )
    elif kind == "paragraph":
        _say(section, "p", part["text"])
    elif kind == "points":
        _rows(ET.SubElement(section, "ul"), "li", part["items"])
    elif kind == "table":
        _table(section, part)
    elif kind == "picture":
        _say(section, "p", part["description"])


def _table(section: ET.Element, part: Part) -> None:
    table = ET.SubElement(section, "table")
    _say(table, "caption", part["text"])
    heads = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    for header in part["headers"]:
        _say(heads, "th", header, scope="col")
    body = ET.SubElement(table, "tbody")
    for first, *rest in part["rows"]:
        row = ET.SubElement(body, "tr")
        _say(row, "th", first, scope="row")
        _rows(row, "td", rest)


def _rows(parent: ET.Element, tag: str, texts: Iterable[str]) -> None:
    for text in texts:
        _say(parent, tag, text)
