"""The part of an address that names one thing among others."""

from collections.abc import Collection
from itertools import count
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify


def first_free(base: str, taken: Collection[str]) -> str:
    """Return `base`, or else the first of `base-2`, `base-3` and so on that isn't taken.

    >>> first_free("map", {"map", "map-2"})
    'map-3'
    """
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in numbered if slug not in taken)


def free_slug_among(
    rows: QuerySet[Any],
    title: str,
    *,
    otherwise: str,
    reserved: Collection[str] = (),
    longest: int = 70,
) -> str:
    """Return the part of an address that a title suggests and that none of these rows has.

    `otherwise` stands for a title without a letter in it; `reserved` are addresses of other pages.
    """
    base = slugify(title)[:longest].strip("-") or otherwise
    alike = rows.filter(slug__startswith=base)
    return first_free(base, {*alike.values_list("slug", flat=True), *reserved})
