"""A link in a document leads somewhere."""

import re

import pytest

from tests.docs.documents import ROOT, anchors, documents, links, prose

PAGES = documents()
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
# A path in backticks: a folder of ours, then a file or folder in it.
NAMED = re.compile(r"`((?:alongside|tests|docs|bin|bench|foundation|engines|star|insight|site|ui|cli)/[\w./-]+)`")  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page) -> None:
    dead = []
    for link in links(page):
        if link.startswith(("https://", "mailto:")):
            continue
        place, _, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_file_named_is_there(page) -> None:
    recipe = "alongside/star/market_it"
    missing = [
        name
        for name in NAMED.findall(prose(page))
        if not (ROOT / name).exists()
        and not (ROOT / "alongside" / name).exists()
        and not name.startswith(recipe)
    ]
    assert not missing


def test_the_readme_leads_to_every_other_document() -> None:
    guides = {p.relative_to(ROOT).as_posix() for p in PAGES if p.parent.name in {"guides", "docs"}}
    told = set(links(ROOT / "README.md"))
    roots = {p.name for p in PAGES if p.parent == ROOT and p.name != "README.md"}
    assert (guides | roots | {"LICENSE", "docs/decisions/"}) <= told
