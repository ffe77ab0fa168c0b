"""Numbers that settle between matches that are worth the same, from ids and a seed alone.

A tie number is from 1 to 1,024. Each id has a number of its own: the first eight bytes, the highest
first, of SHA-256 of the seed, "giver" or "role", and the id, as UTF-8 with a newline between. The
two numbers of a pair are joined by exclusive or, and mixed by the finishing steps of SplitMix64; the
ten highest bits, plus one, are the tie number. So nobody has an advantage by name or by coming
first, whoever has the seed can do it again, and the next seed gives others their turn.

Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators; decision 0041.
"""

import hashlib

import numpy as np

from .packed import Ints
from .sides import Book

BITS = 10
HIGHEST = 1 << BITS


def tie_numbers(book: Book, p: Ints, r: Ints, *, seed: str) -> Ints:
    """The tie number of each pair of a person and a role."""
    givers = np.array([_number(seed, "giver", one.id) for one in book.givers], dtype=np.uint64)
    roles = np.array([_number(seed, "role", one.id) for one in book.roles], dtype=np.uint64)
    mixed = givers[p] ^ roles[r]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64) + 1


def _number(seed: str, side: str, name: str) -> int:
    told = f"{seed}\n{side}\n{name}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "big")
