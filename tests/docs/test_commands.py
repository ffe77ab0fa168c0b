"""A command that a document names can be typed."""

import re
from importlib import import_module

import pytest

from alongside.cli.main import COMMANDS
from tests.docs.documents import ROOT, documents

PAGES = documents()
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
# In backticks, or at the start of an indented line or of a line in a block.
MAKE = re.compile(r"(?:`|^ {4}|^)make ([a-z]+)\b", re.MULTILINE)
ALONGSIDE = re.compile(r"(?:`|^ {4}|^)(?:\.venv/bin/)?alongside ([a-z]+)\b", re.MULTILINE)
BENCHMARKS = sorted(
    path.stem
    for path in (ROOT / "bench").glob("*.py")
    if "def main(" in path.read_text(encoding="utf-8")
)
MODULE = re.compile(r"python -m ([a-z_.]+)")


def targets() -> set[str]:
    """What the Makefile makes."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_named_exists(page) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(MAKE.findall(text)) <= targets()
    assert set(ALONGSIDE.findall(text)) <= set(COMMANDS)
    for module in MODULE.findall(text):
        if module.split(".")[0] in {"alongside", "bench", "tests"}:
            path = ROOT / module.replace(".", "/")
            assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_can_be_started(name: str) -> None:
    assert callable(import_module(f"bench.{name}").main)


def test_the_makefile_explains_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets() == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def test_the_readme_begins_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "git clone" in readme
    assert MAKE.findall(readme)[0] == "run"
