"""The code and the link of a door: worked out from the pepper, so that they can be shown again.

The five-digit code only locates a room and grants nothing (trust 11, 12); it is new each time the
door opens. The link in the QR code is long, so that nobody comes upon it by trying.
"""

import hashlib
import hmac

from django.conf import settings

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.rooms.models import Room

FIRST, COUNT = 10_000, 90_000


def door_code(room: Room) -> str:
    """Return the five digits of the room's present door."""
    return str(FIRST + int.from_bytes(_secret(CodeKind.ROOM, room)) % COUNT)


def door_link(room: Room) -> str:
    """Return the 128 bits behind the QR code of the present door, in hexadecimal."""
    return _secret(CodeKind.ROOM_LINK, room).hex()[:32]


def is_door_code(text: str) -> bool:
    """Whether this is written like the code of a door, blanks between the digits allowed."""
    digits = "".join(text.split())
    return len(digits) == 5 and digits.isascii() and digits.isdigit()


def hash_of_code(text: str) -> str:
    return hash_code(CodeKind.ROOM, "".join(text.split()))


def hash_of_link(text: str) -> str:
    return hash_code(CodeKind.ROOM_LINK, text)


def _secret(kind: CodeKind, room: Room) -> bytes:
    message = f"{kind.value}\x00door\x00{room.public_id}\x00{room.door_number}".encode()
    return hmac.new(settings.PEPPER.encode(), message, hashlib.sha256).digest()
