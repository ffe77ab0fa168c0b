"""Letters that can be stopped with one press, and that no program answers (RFC 8058, RFC 3834)."""

from email.policy import Policy, default
from typing import Any

from django.core.mail import EmailMessage

from alongside.foundation.members.mail import one_line


class Unfolded(EmailMessage):
    """Mail whose long addresses stand in its headers as they are.

    Folded, they would be encoded like words, and no mail program would find its way to stop.
    """

    def message(self, *, policy: Policy | None = None) -> Any:
        return super().message(policy=(policy or default).clone(max_line_length=998))


def stoppable(
    subject: str, body: str, *, to: str, stop_url: str, message_id: str = ""
) -> EmailMessage:
    """Return a letter to one person; sent a second time, it has the same Message-ID."""
    headers = {
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    if message_id:
        headers["Message-ID"] = message_id
    return Unfolded(one_line(subject), body, to=[to], headers=headers)
