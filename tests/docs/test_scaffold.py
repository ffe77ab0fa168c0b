"""The recipe of CONTRIBUTING, "Add a module", is carried out on a copy of the repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.documents import ROOT
from tests.tables import kept_file

BLOCK = r"\n\n```[a-z]*\n(.*?)```$"
NEW_FILE = re.compile(r"^\*\*`([^`]+)`\*\*" + BLOCK, re.MULTILINE | re.DOTALL)
ADDED = re.compile(r"^In `([^`]+)`, below `([^`]+)`:" + BLOCK, re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```sh\n(.*?)```$", re.MULTILINE | re.DOTALL)
LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv", ".run", "sheet", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis"
)


def recipe() -> str:
    """The chapter of CONTRIBUTING."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.split("\n## Add a module\n")[1].split("\n## ")[0]


def add_below(path: Path, anchor: str, lines: str) -> None:
    """Put lines below the first line that ends as the recipe says."""
    told = path.read_text(encoding="utf-8").splitlines(keepends=True)
    found = [number for number, line in enumerate(told) if line.rstrip("\n").endswith(anchor)]
    assert found, f"{path.name} has no line that ends with {anchor}"
    told.insert(found[0] + 1, lines)
    path.write_text("".join(told), encoding="utf-8")


def environment(copy: Path) -> dict[str, str]:
    """Ours, without what would lead back here."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTEST", "ALONGSIDE", "DJANGO")) and key != "DATABASE_URL"
    }
    return {**kept, "ALONGSIDE_MODE": "test", "PYTHONPATH": str(copy)}


def run(command: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """Type a command of the recipe in the copy, with the programs installed here."""
    program, *arguments = command.replace(".venv/bin", str(Path(sys.executable).parent)).split()
    return subprocess.run(
        [program, *arguments],
        cwd=copy,
        env=environment(copy),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="once is enough: it uses its own database")
def test_a_module_made_by_the_recipe_passes_its_tests_and_the_rules(tmp_path: Path) -> None:
    copy = tmp_path / "alongside"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    shutil.copytree(kept_file().parent, copy / ".run" / "tables")  # only its own migration is new
    text = recipe()
    for name, content in NEW_FILE.findall(text):
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for name, anchor, lines in ADDED.findall(text):
        add_below(copy / name, anchor, lines)
    (commands,) = COMMANDS.findall(text)
    for command in commands.splitlines():
        done = run(command, copy)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    for name, content in NEW_FILE.findall(text):
        assert (copy / name).read_text(encoding="utf-8") == content, f"{name} was not in our format"
    # Whatever else the rules find in the repository, they find nothing in the new module.
    rules = run(".venv/bin/pytest -q tests/rules", copy)
    assert "passed" in rules.stdout
    assert "market_it" not in rules.stdout


def test_the_recipe_is_short_enough_to_copy() -> None:
    blocks = [content for _, content in NEW_FILE.findall(recipe())]
    assert len(blocks) >= 12
    assert sum(len([line for line in block.splitlines() if line]) for block in blocks) <= 160
