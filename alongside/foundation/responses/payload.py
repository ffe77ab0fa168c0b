"""What was sent, reduced to a digest: two sends are the same when their digests are."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Payload = Mapping[str, Any]


def digest_of(payload: Payload) -> str:
    """Return 64 hexadecimal digits that depend on the content, not on the order of keys.

    >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    True
    """
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
