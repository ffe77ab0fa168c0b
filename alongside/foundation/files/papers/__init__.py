"""Papers: what is printed and handed round, as a page and as a tagged PDF with the same content.

A paper is plain values (JSON), made once and kept as it was: a title, and parts one below the
other. Typst lays it out from `paper.typ` to the accessible standard PDF/UA-1; text reaches it as
data only, and it reads no file but its template and the fonts, and no network. The same paper can
be read as an EPUB, where the type is as large as its reader likes.
"""

from alongside.foundation.files.papers.epub import paper_epub
from alongside.foundation.files.papers.parts import (
    Paper,
    Part,
    contents,
    heading,
    paragraph,
    picture,
    points,
    table,
)
from alongside.foundation.files.papers.printing import paper_pdf

__all__ = [
    "Paper",
    "Part",
    "contents",
    "heading",
    "paper_epub",
    "paper_pdf",
    "paragraph",
    "picture",
    "points",
    "table",
]
