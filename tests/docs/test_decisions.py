"""Numbers of decisions and rules, wherever they are named, lead to a page."""

import re

from tests.docs.documents import ROOT, documents
from tests.rules.sources import PACKAGE, files, shown

DECISIONS = ROOT / "docs" / "decisions"
WRITTEN = ("*.py", "*.toml", "*.html", "*.txt", "*.css", "*.mjs", "*.typ")


def texts() -> dict[str, str]:
    """Everything that may name a number: sources, templates, documents, settings of tools."""
    found = [
        path for under in ("alongside", "tests", "bench") for path in files(*WRITTEN, under=under)
    ]
    found += [*documents(), ROOT / "pyproject.toml", ROOT / "conftest.py", ROOT / "Makefile"]
    return {shown(path): path.read_text(encoding="utf-8") for path in found}


def test_every_decision_named_has_a_page() -> None:
    pages = {path.name[:4] for path in DECISIONS.glob("[0-9]*.md")}
    unknown = {
        (name, number)
        for name, text in texts().items()
        for number in re.findall(r"[Dd]ecision (\d{4})\b", text)
        if number not in pages
    }
    assert not unknown


def test_decisions_are_numbered_without_gaps_and_keep_their_form() -> None:
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {page.name[:4]} "), page.name
        for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
            assert part in text, (page.name, part)
        assert len(text.splitlines()) <= 45, page.name


def rules_listed() -> dict[str, set[int]]:
    """The numbers that docs/rules.md explains, by chapter."""
    chapters = re.split(
        r"^## ", (ROOT / "docs" / "rules.md").read_text("utf-8"), flags=re.MULTILINE
    )
    return {
        chapter.split("\n")[0].lower(): set(
            map(int, re.findall(r"^- \*\*(\d+)\*\*", chapter, re.MULTILINE))
        )
        for chapter in chapters[1:]
    }


def rules_named(text: str) -> set[tuple[str, int]]:
    """Each `trust 12`, `house, decision 5`, `experience 13 and 14` of a text."""
    said = re.findall(
        r"\b(trust|house|experience),? (?:decision |rule )?(\d+)(?:(?:, | and | to )(\d+))*\b", text
    )
    return {(chapter, int(n)) for chapter, *numbers in said for n in numbers if n}


def test_every_rule_named_in_the_code_is_explained() -> None:
    listed = rules_listed()
    unknown = {
        (shown(path), chapter, number)
        for path in files(*WRITTEN, under=PACKAGE.name)
        for chapter, number in rules_named(path.read_text(encoding="utf-8"))
        if number not in listed[chapter]
    }
    assert not unknown


def test_the_reading_finds_numbers_where_there_are_some() -> None:
    assert rules_named("see trust 28 and 37; (house, decision 5), experience 14") == {
        ("trust", 28), ("trust", 37), ("house", 5), ("experience", 14),
    }  # fmt: skip
