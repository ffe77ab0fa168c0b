"""Logs say what happened, never the code with which it could happen again."""

import pytest

from alongside.site.logs import redact

SECRET = "7k3m-q9tx-w2hd"


@pytest.mark.parametrize(
    "line",
    [
        f"Not Found: /j/{SECRET}",
        f"Not Found: /cy/j/{SECRET}/",
        f"Internal Server Error: /help/no-reminders/{SECRET}/",
        f'File "x", line 1: "http://example.org/j/{SECRET}"',
    ],
)
def test_a_code_in_an_address_is_blanked(line: str) -> None:
    told = redact(None, "info", {"event": line, "status": 404})
    assert SECRET not in told["event"]
    assert "[code]" in told["event"]
    assert told["status"] == 404
