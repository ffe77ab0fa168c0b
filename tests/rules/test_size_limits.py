"""Small files, short functions: whoever opens one can read it whole (CONTRIBUTING)."""

import ast
from pathlib import Path

from tests.rules.sources import PACKAGE, files, shown, syntax_of

LINES = {
    "models": 300,
    "rules": 150,
    "queries": 200,
    "actions": 250,
    "forms": 200,
    "panels": 200,
    "views": 300,
    "api": 200,
    "jobs": 120,
}
OTHERWISE = 300
FUNCTION_LINES = 40


def limit_of(path: Path) -> int:
    """The limit for a file of that name, or in a folder of that name inside an app."""
    kinds = [path.stem, *reversed(path.parent.relative_to(PACKAGE).parts[2:])]
    if "tests" in kinds:
        return OTHERWISE
    # The room `foundation/jobs` is named like a kind of file; only what lies inside a room counts.
    return next((LINES[kind] for kind in kinds if kind in LINES), OTHERWISE)


def test_no_file_is_too_long() -> None:
    too_long = [
        f"{shown(path)} has {count} lines, at most {limit_of(path)}"
        for path in files("*.py", "*.mjs", "*.css", "*.html")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > limit_of(path)
    ]
    assert not too_long, "\n".join(too_long)


def test_no_function_is_too_long() -> None:
    too_long = [
        f"{shown(path)}:{node.lineno} {node.name} has {length} lines, at most {FUNCTION_LINES}"
        for under in ("alongside", "tests", "bench")
        for path in files("*.py", under=under)
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not too_long, "\n".join(too_long)


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        shown(path)
        for path in files("*.py")
        if "tests" not in path.parts
        and (syntax := syntax_of(path)).body
        and not ast.get_docstring(syntax)
    ]
    assert not silent, "\n".join(silent)


def test_a_room_is_introduced_in_a_paragraph() -> None:
    long = [
        shown(path)
        for path in files("__init__.py")
        if path.relative_to(PACKAGE).parts[0] in {"foundation", "star"}
        and len(path.relative_to(PACKAGE).parts) == 3
        and len(path.read_text(encoding="utf-8").splitlines()) > 20
    ]
    assert not long, "\n".join(long)
