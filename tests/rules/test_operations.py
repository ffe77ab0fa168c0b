"""Whoever installs Alongside finds every setting explained, and the compose file makes sense."""

import ast
import re

import yaml

from alongside.cli.main import COMMANDS
from tests.rules.sources import ROOT, calls, files, is_test, text_of

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
# Set by our own files, never by an operator.
OWN = {
    "DJANGO_SETTINGS_MODULE",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
}
READERS = ("text", "texts", "number", "flag", "secret", "get", "setdefault")


def variables() -> set[str]:
    """Names of environment variables in the settings and in the commands."""
    read = [ROOT / "alongside" / "site" / "settings.py", *files("*.py", under="alongside/cli")]
    names = {
        text_of(call.args[0])
        for path in read
        if not is_test(path)
        for call in calls(path, *READERS)
        if call.args and ast.unparse(call.func).startswith(("env.", "os.environ."))
    }
    return {name for name in names if name and re.fullmatch(r"[A-Z][A-Z_]+", name)} - OWN


def test_every_variable_is_explained() -> None:
    unexplained = {name for name in variables() if f"`{name}`" not in OPERATIONS}
    assert len(variables()) > 15
    assert not unexplained


def test_no_variable_is_explained_that_nobody_reads() -> None:
    rows = [
        line.split("|")[1] for line in OPERATIONS.splitlines() if re.match(r"\| `[A-Z_]+`", line)
    ]
    explained = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert explained <= variables()


def test_every_command_is_explained() -> None:
    assert not {name for name in COMMANDS if f"`alongside {name}`" not in OPERATIONS}


def test_compose_runs_commands_that_exist_and_nobody_as_root() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    container = (ROOT / "Containerfile").read_text(encoding="utf-8")

    typed = [service["command"][1] for service in services.values() if "command" in service]
    assert set(typed) <= set(COMMANDS)
    assert set(services) >= {"db", "web", "worker"}
    assert "USER alongside" in container
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]
