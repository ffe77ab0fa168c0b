"""The documents, and what can be read out of them."""

import re
from pathlib import Path

from tests.rules.sources import ROOT

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def documents() -> list[Path]:
    """Every document at the root and below docs/."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def prose(path: Path) -> str:
    """A document without its blocks of code."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def links(path: Path) -> list[str]:
    """Where a document's links lead."""
    return LINK.findall(prose(path))


def anchors(path: Path) -> set[str]:
    """The anchors that a page's headings make."""
    kept = (re.sub(r"[^\w\- ]", "", text.lower()) for text in HEADING.findall(prose(path)))
    return {text.strip().replace(" ", "-") for text in kept}
