"""What one block of a template names is known in that block alone: elsewhere it would be empty."""

import re

from tests.rules.sources import files, shown

BLOCK = re.compile(r"{% block (?P<name>\w+) %}(?P<body>.*?){% endblock(?: \w+)? %}", re.DOTALL)
NAMED = re.compile(r" as (\w+) %}")


def strays(text: str) -> set[str]:
    """Names that a block in front of the content makes, and that the content uses without making."""
    blocks = {found["name"]: found["body"] for found in BLOCK.finditer(text)}
    content = blocks.get("content", "")
    named = set(NAMED.findall(blocks.get("before", "")))
    return {
        name
        for name in named
        if re.search(rf"(?:=|{{{{ ){name}\b", content) and f" as {name} %}}" not in content
    }


def test_no_block_relies_on_a_name_from_another() -> None:
    found = {shown(path): names for path in files("*.html") if (names := strays(path.read_text()))}
    assert not found


def test_a_stray_name_would_be_found() -> None:
    before = '{% block before %}{% url "x" as back %}{% endblock %}'
    content = '{% block content %}{% ui "form" cancel_url=back %}{% endblock %}'
    assert strays(before + content) == {"back"}
