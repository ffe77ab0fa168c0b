"""What every page knows: the shell around it."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the frame of the page."""
    return {}
