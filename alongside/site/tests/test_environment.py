"""Settings come from the environment, and fail loudly, all problems at once."""

import os
import subprocess
import sys

import pytest

from alongside.site.environment import Environment

COMPLETE = {
    "SECRET_KEY": "s" * 40,
    "ALONGSIDE_PEPPER": "p" * 40,
    "ALONGSIDE_BASE_URL": "https://alongside.example.org",
    "ALLOWED_HOSTS": "alongside.example.org",
    "DATABASE_URL": "sqlite:////tmp/never-opened.sqlite3",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "alongside@example.org",
}
SHOW = (
    "from django.conf import settings as s;"
    "print(s.SECURE_HSTS_SECONDS > 0, s.SESSION_COOKIE_SECURE, s.SECOND_FACTOR_REQUIRED, s.DEBUG)"
)


def start(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", SHOW],
        env={**kept, "DJANGO_SETTINGS_MODULE": "alongside.site.settings", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_problem_is_told_at_once() -> None:
    env = Environment({"PORT": "many", "HTTPS": "perhaps", "MODE": "test", "KEY": "short"})
    env.text("HOST")
    env.number("PORT", 1)
    env.flag("HTTPS", default=True)
    env.text("MODE", choices=("production", "demo"))
    env.secret("KEY")
    with pytest.raises(SystemExit) as told:
        env.raise_problems()
    for name in ("HOST", "PORT", "HTTPS", "MODE", "KEY"):
        assert name in str(told.value)


def test_what_is_set_is_read_as_what_it_is() -> None:
    env = Environment({"A": " x ", "B": "7", "C": "no", "D": "a, b,,c"})
    assert (env.text("A"), env.number("B", 0), env.flag("C", default=True), env.texts("D")) == (
        "x",
        7,
        False,
        ["a", "b", "c"],
    )
    env.raise_problems()


@pytest.mark.parametrize("missing", sorted(set(COMPLETE) - {"ALLOWED_HOSTS"}))
def test_production_without_a_setting_does_not_start(missing: str) -> None:
    ended = start({k: v for k, v in COMPLETE.items() if k != missing})
    assert ended.returncode != 0
    assert missing in ended.stderr


def test_production_is_strict_by_default() -> None:
    ended = start(COMPLETE)
    assert ended.stdout.split() == ["True", "True", "True", "False"], ended.stderr
