"""Chance that anyone can redo with a pocket calculator for SHA-256.

The n-th number (n = 0, 1, 2, ...) of a stream is the SHA-256 of a text, read as one whole number of
256 bits, the first byte the highest: the name of the stream, a line feed, and n in decimal digits,
in UTF-8. To choose one of `m` with equal chance, take the next number; if it is not below the
largest multiple of `m` that 2**256 holds, take the next instead; the choice is the number modulo m.

No generator of a library is used: its numbers may change with the next version.

>>> Stream("example").below(6), Stream("example").number()
(2, 32413131365837689351118754563505150751853145692625467418125227478378201952650)
"""

import hashlib

import numpy as np

from .kinds import Floats

ALL = 1 << 256


class Stream:
    """Numbers that follow from a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.taken = 0

    def number(self) -> int:
        """The next number of 256 bits."""
        text = f"{self.name}\n{self.taken}"
        self.taken += 1
        return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")

    def below(self, many: int) -> int:
        """One of 0, 1, ..., many - 1, each with the same chance."""
        while (number := self.number()) >= ALL - ALL % many:
            pass
        return number % many

    def order(self, things: tuple[str, ...] | list[str], first: int) -> list[str]:
        """So many of some things, in an order that chance gives: each time one of those left.

        The one chosen changes places with the first of those left, and counts as taken.
        """
        left = list(things)
        for at in range(first):
            chosen = at + self.below(len(left) - at)
            left[at], left[chosen] = left[chosen], left[at]
        return left[:first]

    def fractions(self, many: int) -> Floats:
        """Numbers from 0 up to 1, in bulk: four bytes each of the numbers in turn."""
        whole = b"".join(self.number().to_bytes(32, "big") for _ in range((many + 7) // 8))
        return np.frombuffer(whole, dtype=">u4")[:many] / 2.0**32
