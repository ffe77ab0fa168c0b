"""What the guides print in bold for people to look for stands on a page."""

import re
from html import unescape

import pytest

from alongside.foundation.places.vocabulary import default_words
from tests.docs.documents import ROOT, prose
from tests.rules.sources import PACKAGE

GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
BOLD = re.compile(r"\*\*([^*]+?)\*\*", re.DOTALL)
# Emphasis that ends in a full stop or comma begins a paragraph; it names nothing.
HEADING = re.compile(r"[.,]$")


def on_pages() -> str:
    """Every text that a page may show, with the default words put in."""
    sources = (*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"))
    text = " ".join(path.read_text(encoding="utf-8") for path in sources)
    return " ".join(unescape(text).split()) + " ".join(default_words().values())


@pytest.mark.parametrize("guide", GUIDES, ids=[guide.stem for guide in GUIDES])
def test_what_a_guide_names_stands_on_a_page(guide) -> None:
    shown = on_pages()
    named = (" ".join(found.split()) for found in BOLD.findall(prose(guide)))
    missing = [name for name in named if not HEADING.search(name) and name not in shown]
    assert not missing


def test_there_is_a_guide_for_each_reader() -> None:
    assert {guide.stem for guide in GUIDES} == {
        "resident", "programme-lead", "facilitator", "councillor", "national-team", "operator",
    }  # fmt: skip
