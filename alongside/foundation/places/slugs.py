"""The part of an address that names one thing among others."""

from collections.abc import Collection
from itertools import count


def first_free(base: str, taken: Collection[str]) -> str:
    """Return `base`, or else the first of `base-2`, `base-3` and so on that isn't taken.

    >>> first_free("map", {"map", "map-2"})
    'map-3'
    """
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in numbered if slug not in taken)
