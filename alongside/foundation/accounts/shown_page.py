"""The token in the page on which somebody writes: which sending it is, and since when it is shown."""

import time
import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "page.shown"
LONGEST = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Shown:
    """The page that was shown: its own key, and how long ago."""

    key: uuid.UUID
    seconds: float


def new_token() -> str:
    """Return a token for a page that is shown now."""
    return signing.dumps([str(uuid.uuid4()), time.time()], salt=SALT)


def shown_by(token: str) -> Shown:
    """Return which page it was. One that isn't ours counts as written in no time."""
    try:
        key, at = signing.loads(token, salt=SALT, max_age=LONGEST)
    except signing.SignatureExpired:
        return Shown(uuid.uuid4(), LONGEST)
    except signing.BadSignature:
        return Shown(uuid.uuid4(), 0)
    return Shown(uuid.UUID(key), time.time() - at)
