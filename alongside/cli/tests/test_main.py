"""The command line itself."""

import os
import subprocess
import sys
from importlib import import_module

import pytest

from alongside.cli.main import COMMANDS, main

# Refuses Django the way a base install does: it isn't there.
WITHOUT_DJANGO = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "allauth", "structlog", "psycopg"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
"""


def in_a_base_install(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO + code], capture_output=True, text=True, check=False
    )


def test_the_command_line_starts_in_a_base_install() -> None:
    done = in_a_base_install("from alongside.cli.main import main; main(['--help'])")

    assert done.returncode == 0
    assert "prove on live data" in done.stdout


def test_a_command_that_needs_the_platform_says_what_to_install() -> None:
    done = in_a_base_install("from alongside.cli.main import main; sys.exit(main(['check']))")

    assert done.returncode == 1
    assert done.stderr == (
        "This command needs the whole platform: pip install 'alongside[platform]'\n"
    )


def test_engines_run_in_a_base_install() -> None:
    done = in_a_base_install("import alongside.engines.disclosure, alongside.engines.perceptions")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["serve", "worker", "check"])
@pytest.mark.parametrize(("chosen", "threads"), [({}, "1"), ({"OMP_NUM_THREADS": "4"}, "4")])
def test_arithmetic_is_told_how_many_threads_before_it_is_loaded(
    name: str, chosen: dict[str, str], threads: str
) -> None:
    code = f"""
import os, sys
from importlib import import_module
from alongside.cli import main
import_module(main.COMMANDS[{name!r}].module)
assert "numpy" not in sys.modules
from alongside.cli.platform import start_platform
start_platform()
print(os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"])
"""
    plain = {key: value for key, value in os.environ.items() if "NUM_THREADS" not in key}
    environment = {**plain, "ALONGSIDE_MODE": "test", **chosen}

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )

    assert done.stdout.split() == [threads, "1"], done.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(import_module(COMMANDS[name].module).run)
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])

    assert COMMANDS[name].help in " ".join(capsys.readouterr().out.split())


def test_an_unknown_command_is_refused_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["paint"])

    assert "prepare" in capsys.readouterr().err
