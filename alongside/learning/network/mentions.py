"""Mentions: @name in what somebody writes leads to a profile, and its owner hears of it."""

import re
from collections.abc import Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# Not within an address of the web or of mail.
MENTION = re.compile(r"(?<![\w/@.])@([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)(?![\w@])")
MOST = 10


def mentioned_in(text: str) -> list[str]:
    """Return who is mentioned, each once; the first few of many.

    >>> mentioned_in("Ask @bo or @cara-2, not me@example.org. @bo knows.")
    ['bo', 'cara-2']
    """
    return list(dict.fromkeys(MENTION.findall(text)))[:MOST]


def linked(html: SafeString, addresses: Mapping[str, str]) -> SafeString:
    """Return shown words with the mentions of known people as links."""

    def link(found: re.Match[str]) -> str:
        address = addresses.get(found[1])
        return (
            f'<a class="govuk-link" href="{escape(address)}">{found[0]}</a>'
            if address
            else found[0]
        )

    return mark_safe(MENTION.sub(link, html))  # noqa: S308 - the words were escaped before
