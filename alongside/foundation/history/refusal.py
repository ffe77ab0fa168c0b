"""The one exception with which an action says no, written for the person who reads it."""

from typing import Any


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An action will not be done. `code` is for tests and logs, `words` for people.

    `status` is 403 when the actor may not, 409 when the thing is not in a state for it.
    """

    def __init__(
        self, code: str, words: Any, *, status: int = 403, next_step: Any = "", **parameters: Any
    ) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
        self.status = status
        self.next_step = next_step
        self.parameters = parameters


def refuse_unless(allowed: bool, words: Any) -> None:  # noqa: FBT001 - reads as a sentence
    """Refuse with these words what the rules don't allow."""
    if not allowed:
        raise Refusal("not_allowed", words)
