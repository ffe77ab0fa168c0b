"""What somebody typed, as it is shown: paragraphs, and addresses that can be followed. No markup."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

ADDRESS = re.compile(r"https?://[^\s<>\"']+")
ENDS_NO_ADDRESS = ".,;:!?)]}"


def paragraphs(text: str) -> SafeString:
    """Return the text as HTML; links tell search engines that nobody here vouches for them.

    >>> paragraphs("Look: https://example.org/a.")
    '<p>Look: <a class="govuk-link" href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a>.</p>'
    """
    parts = [part for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
    return mark_safe("".join(f"<p>{_line(part.strip())}</p>" for part in parts))  # noqa: S308 - escaped piece by piece


def _line(text: str) -> str:
    told, at = [], 0
    for found in ADDRESS.finditer(text):
        address = found[0].rstrip(ENDS_NO_ADDRESS)
        told += [_words(text[at : found.start()]), _link(address)]
        at = found.start() + len(address)
    return "".join([*told, _words(text[at:])])


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _link(address: str) -> str:
    shown = escape(address)
    return f'<a class="govuk-link" href="{shown}" rel="nofollow ugc noopener">{shown}</a>'
