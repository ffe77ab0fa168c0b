"""Who is mentioned, and what only looks like it."""

import pytest
from django.utils.safestring import mark_safe

from alongside.foundation.discussions.plain_words import paragraphs
from alongside.learning.network.mentions import linked, mentioned_in


@pytest.mark.parametrize(
    ("text", "short_names"),
    [
        ("Ask @bo, @cara-2 or @bo.", ["bo", "cara-2"]),
        ("me@example.org and https://example.org/@bo", []),
        ("@ bo @-bo @bo- (@ann)", ["bo", "ann"]),
        ("", []),
    ],
)
def test_mentioned_in(text: str, short_names: list[str]) -> None:
    assert mentioned_in(text) == short_names


def test_known_people_are_linked_and_nothing_else() -> None:
    html = paragraphs("@bo & @nobody, https://example.org/@bo")
    shown = linked(html, {"bo": "/learn/network/people/bo/"})
    assert shown.count('href="/learn/network/people/bo/"') == 1
    assert "@nobody" in shown
    assert linked(mark_safe("<p>none</p>"), {}) == "<p>none</p>"
