"""What must be true of a page, found out in the browser; each finding is one line of text."""

from functools import cache
from itertools import pairwise
from typing import Any

import html5lib
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from tests.site_at import Site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DASH = " \N{EN DASH} "
OUTLINE = """() => ({
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()]),
})"""
# Fonts and pictures may be wider than their box; what people have to push sideways may not.
WIDER = """() => document.documentElement.scrollWidth > window.innerWidth
    ? [...document.querySelectorAll("main *, header *, footer *")]
        .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
        .slice(0, 3).map((part) => part.outerHTML.slice(0, 120))
    : null"""
OPEN_ALL = """() => {
    document.querySelectorAll("details:not([open])").forEach((part) => { part.open = true; });
    const tabs = [...document.querySelectorAll("[role=tab]:not([aria-selected=true])")];
    tabs.forEach((tab) => tab.click());
    return tabs.length;
}"""


def is_page(site: Site, visitor: str, path: str) -> bool:
    """Whether the address shows a page of its own, neither a file nor a way on."""
    response = site.browser_of(visitor).request.get(site.url + path, max_redirects=0)
    kind = response.headers.get("content-type", "")
    return response.status == 200 and kind.startswith("text/html")


@cache
def axe_source() -> str:
    return AXE_FILE_PATH.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds, WCAG 2.2 AA."""
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        page.evaluate(axe_source())
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", RULES)[
        "violations"
    ]
    return [
        f"axe: {rule['id']}: {rule['help']}: {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


def outline_faults(page: Page) -> list[str]:
    """One first heading, no level left out, a title and a language."""
    outline: dict[str, Any] = page.evaluate(OUTLINE)
    levels = [level for level, _ in outline["headings"]]
    faults = []
    if levels.count(1) != 1:
        faults.append(f"{levels.count(1)} first headings: {outline['headings']}")
    if any(later > earlier + 1 for earlier, later in pairwise(levels)):
        faults.append(f"a level of headings is left out: {outline['headings']}")
    about, _, brand = outline["title"].rpartition(DASH)
    if not about.strip() or brand != "Alongside":
        faults.append(f"the title says nothing: {outline['title']!r}")
    if not outline["language"]:
        faults.append("the page names no language")
    return faults


def sideways(page: Page) -> list[str]:
    """What makes people scroll sideways."""
    wide = page.evaluate(WIDER)
    return [] if wide is None else [f"wider than the screen: {wide}"]


def open_everything(page: Page) -> None:
    """Open every fold, and show what is behind every tab."""
    page.evaluate(OPEN_ALL)


def invalid_html(source: str) -> list[str]:
    """What a strict parser finds in the page as it was served."""
    parser = html5lib.HTMLParser()
    parser.parse(source)
    lines = source.splitlines()
    return [
        f"HTML: {code} {told} near: {lines[at[0] - 1].strip()[:120] if lines else ''}"
        for at, code, told in parser.errors[:5]
    ]


def lines_of(page: Page) -> set[str]:
    """The words that can be read in the main part of a page, besides those on mere switches."""
    switches = {text.strip() for text in page.locator("main button[type=button]").all_inner_texts()}
    lines = {line.strip() for line in page.inner_text("main").splitlines()}
    return lines - switches - {""}
