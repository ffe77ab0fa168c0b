"""What was typed, as it is shown: paragraphs and plain links, and nothing that runs."""

import pytest

from alongside.foundation.discussions.plain_words import paragraphs

LINK = '<a class="govuk-link" href="{0}" rel="nofollow ugc noopener">{0}</a>'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\n\n\nTwo\r\nthree", "<p>One</p><p>Two<br>three</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("See https://example.org/a?b=1&c.", "<p>See " + LINK.format("https://example.org/a?b=1&amp;c") + ".</p>"),
        ("(https://example.org)", "<p>(" + LINK.format("https://example.org") + ")</p>"),
        ("javascript:alert(1) www.example.org", "<p>javascript:alert(1) www.example.org</p>"),
        ('https://a"onclick=x', '<p>' + LINK.format("https://a") + "&quot;onclick=x</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_shown_as(typed: str, shown: str) -> None:
    assert paragraphs(typed) == shown
