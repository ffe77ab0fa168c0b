"""What the rules walk over, and the order of the house as `.importlinter` tells it."""

import ast
import configparser
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "alongside"
WRITTEN_BY_MACHINES = {"migrations", "vendor", "__pycache__", "node_modules"}


def files(*patterns: str, under: str = "alongside") -> list[Path]:
    """Every file of ours that fits one of the patterns."""
    return sorted(
        path
        for pattern in patterns
        for path in (ROOT / under).rglob(pattern)
        if path.is_file() and not WRITTEN_BY_MACHINES & set(path.parts)
    )


def shown(path: Path) -> str:
    """The path as people name it."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """The dotted name of a Python file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def syntax_of(path: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def is_test(path: Path) -> bool:
    """Whether a file only serves tests."""
    return "tests" in path.parts or path.name in {"testing.py", "conftest.py"}


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Calls of a function or method of one of these names."""
    for node in ast.walk(syntax_of(path)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in names:
                yield node


def text_of(node: ast.expr | None) -> str | None:
    """The literal text of an argument, if it is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


@cache
def ladder(contract: str) -> dict[str, tuple[int, bool]]:
    """Each name of a layers contract: its step from the top, and whether it stands alone there."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    steps: dict[str, tuple[int, bool]] = {}
    lines = contracts[f"importlinter:contract:{contract}"]["layers"].split("\n")
    for step, line in enumerate(filter(None, map(str.strip, lines))):
        names = re.findall(r"\w+", line)
        steps |= {name: (step, len(names) == 1) for name in names}
    return steps


def may_know(module: str, other: str) -> bool:
    """Whether the first module may refer to the second: its own room, or one below."""
    ours, theirs = module.split("."), other.split(".")
    if ours[0] != "alongside" or theirs[0] != "alongside":
        return True
    for depth, contract in (
        (1, "shelves"),
        (2, {"foundation": "foundation", "star": "star"}.get(ours[1])),
    ):
        if len(ours) <= depth or len(theirs) <= depth or contract is None:
            return True
        if ours[depth] != theirs[depth]:
            steps = ladder(contract)
            return steps[ours[depth]][0] < steps[theirs[depth]][0]
    return True
