"""Keep what is costly to work out, until anything changes anywhere."""

from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from alongside.foundation.history.queries import content_version


def kept[T](what: str, *parts: Any, make: Callable[[], T]) -> T:
    """Return what `make` makes, made once for these words and this language.

    For what everybody reads alike, and nothing else: it is handed to whoever asks next. Each process
    keeps its own. One query, which finds out whether anything has changed.
    """
    words = repr((what, parts, get_language(), content_version()))
    key = salted_hmac("kept", words, algorithm="sha256").hexdigest()
    found: T | None = caches["template_fragments"].get_or_set(key, make)
    return make() if found is None else found
