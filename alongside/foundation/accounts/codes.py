"""Codes and their keyed hashes: the four kinds never open each other's doors (trust 11).

Only the hash is stored, keyed with a pepper that is not in the database, and salted by kind.
"""

import hashlib
import hmac
import secrets
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.conf import settings

# 32 signs, none of which is mistaken for another on paper: no o, i, l or u.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


class CodeKind(StrEnum):
    """What a code is for; a code of one kind is refused wherever another kind is asked for."""

    INVITATION = "invitation"
    OPEN_LINK = "open-link"
    RETURN = "return"
    SEAT = "seat"
    PSEUDONYM = "pseudonym"
    ROOM = "room"
    ROOM_LINK = "room-link"
    VOUCH = "vouch"  # said to somebody who can confirm to which group one belongs
    TALLY = "tally"
    TABLET = "tablet"
    REMEMBERED = "remembered"


def hash_code(kind: CodeKind, code: str) -> str:
    """Return the 64 hexadecimal digits under which a code is stored and found."""
    message = f"{kind.value}\x00{normal_form(code)}".encode()
    return hmac.new(settings.PEPPER.encode(), message, hashlib.sha256).hexdigest()


def normal_form(code: str) -> str:
    """Fold what people type: capitals, hyphens and extra blanks don't matter.

    >>> normal_form("  River-Table  Moon ")
    'river table moon'
    """
    return " ".join(code.replace("-", " ").lower().split())


def new_token() -> str:
    """Return 128 random bits that can stand in an address."""
    # Lower-case hexadecimal: safe in addresses, QR codes and `normal_form`.
    return secrets.token_hex(16)


def code_of(kind: CodeKind, subject: str) -> str:
    """Return the code that belongs to a subject: twelve letters and figures, 60 bits.

    It is worked out from the pepper whenever it is needed, so that a poster can be printed again
    while the database holds only the hash.
    """
    message = f"{kind.value}\x00code\x00{subject}".encode()
    digest = hmac.new(settings.PEPPER.encode(), message, hashlib.sha256).digest()
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:12])
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def typed_code(code: str) -> str:
    """Fold a code typed from a poster into the form in which it was made.

    >>> typed_code("7K3M q9tx-W2HD")
    '7k3m-q9tx-w2hd'
    """
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    letters = letters.replace("o", "0").replace("i", "1").replace("l", "1")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def new_words(count: int = 3) -> str:
    """Return plain words that a person can write on their hand.

    Three of about two thousand words are 33 bits: enough only because failures are limited.
    """
    return " ".join(secrets.choice(_words()) for _ in range(count))


@cache
def _words() -> tuple[str, ...]:
    text = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split() if line)
