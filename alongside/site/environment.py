"""Read the settings that differ between installations from the environment, and fail loudly.

Every problem is collected, so that whoever installs Alongside sees all of them at once.
"""

import os
from collections.abc import Sequence

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


class Environment:
    """Typed readers over environment variables; call `raise_problems` when all are read."""

    def __init__(self, variables: dict[str, str] | None = None) -> None:
        self._variables = dict(os.environ) if variables is None else variables
        self._problems: list[str] = []

    def text(self, name: str, default: str | None = None, *, choices: Sequence[str] = ()) -> str:
        """Return a text; a missing one without a default is a problem."""
        value = self._variables.get(name, "").strip()
        if not value:
            if default is None:
                self._problems.append(f"{name} is not set.")
                return ""
            return default
        if choices and value not in choices:
            self._problems.append(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
        return value

    def texts(self, name: str, default: str = "") -> list[str]:
        """Return a comma-separated list."""
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def number(self, name: str, default: int) -> int:
        """Return a whole number."""
        value = self.text(name, str(default))
        try:
            return int(value)
        except ValueError:
            self._problems.append(f"{name} must be a whole number, not {value!r}.")
            return default

    def flag(self, name: str, *, default: bool) -> bool:
        """Return yes or no."""
        value = self.text(name, "yes" if default else "no").lower()
        if value not in TRUE | FALSE:
            self._problems.append(f"{name} must be yes or no, not {value!r}.")
        return value in TRUE

    def secret(self, name: str, default: str | None = None) -> str:
        """Return a secret of at least 32 characters."""
        value = self.text(name, default)
        if value and len(value) < 32:
            self._problems.append(f"{name} must have at least 32 characters.")
        return value

    def raise_problems(self) -> None:
        """Stop with one message that lists everything that is wrong."""
        if self._problems:
            lines = "\n".join(f"  - {problem}" for problem in self._problems)
            raise SystemExit(
                f"Alongside can't start: its settings are not complete.\n{lines}\n"
                "docs/operations.md says what each setting is for. "
                "To try Alongside on your own machine, use `make run`."
            )
