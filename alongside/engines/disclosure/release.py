"""What may be shown: a frozen release, the only thing that pages, charts and exports may read.

It can be stored as JSON and read again, and has a digest that anyone holding a copy can check.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

from .dimensions import Dimension, Key, Merge
from .errors import DisclosureError
from .policy import Policy

VERSION = "2"


@dataclass(frozen=True)
class Shown:
    """A group's answers: how many in each category, and how many people gave them."""

    counts: tuple[int, ...]
    people: int


@dataclass(frozen=True)
class Hidden:
    """Not shown, and never why: the reason would say something about the answers."""


type Cell = Shown | Hidden

HIDDEN = Hidden()


@dataclass(frozen=True)
class Protected:
    """One release: every roll-up of a table, shown or hidden.

    Made by `protect`, or read back with `from_json`; `version` is the engine that made it.
    """

    dimensions: tuple[Dimension, ...]
    categories: tuple[str, ...]
    policy: Policy
    merges_used: tuple[Merge, ...]
    cells: Mapping[Key, Cell] = field(repr=False, hash=False)
    version: str = VERSION

    def cell(self, *key: str) -> Cell:
        """One roll-up: a member, a merge's label or `"*"` for each dimension, in their order.

        What the release doesn't hold, such as a member shown as part of a merge, is `Hidden`.
        A name that its dimension never declared is refused: `unknown_member`, `wrong_length`.
        """
        if len(key) != len(self.dimensions):
            raise DisclosureError("wrong_length", key=key, dimensions=len(self.dimensions))
        for dimension, name in zip(self.dimensions, key, strict=True):
            if not dimension.knows(name):
                raise DisclosureError("unknown_member", dimension=dimension.name, member=name)
        return self.cells.get(key, HIDDEN)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the release's JSON, in hexadecimal."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """The release as JSON, always in the same bytes for the same release."""
        content = {
            "version": self.version,
            "policy": asdict(self.policy),
            "dimensions": [asdict(dimension) for dimension in self.dimensions],
            "categories": self.categories,
            "merges_used": [asdict(merge) for merge in self.merges_used],
            "cells": [_cell_as_list(key, self.cells[key]) for key in sorted(self.cells)],
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a release again. Anything else is refused: `not_a_release`."""
        try:
            return cls._from_content(json.loads(text))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DisclosureError("not_a_release", reason=type(error).__name__) from error

    @classmethod
    def _from_content(cls, content: dict[str, Any]) -> Self:
        return cls(
            dimensions=tuple(
                Dimension(d["name"], tuple(d["members"]), tuple(map(_merge, d["merges"])))
                for d in content["dimensions"]
            ),
            categories=tuple(content["categories"]),
            policy=Policy(**content["policy"]),
            merges_used=tuple(map(_merge, content["merges_used"])),
            cells=MappingProxyType(
                {
                    tuple(key): HIDDEN if counts is None else Shown(tuple(counts), people)
                    for key, counts, people in content["cells"]
                }
            ),
            version=content["version"],
        )


def _cell_as_list(key: Key, cell: Cell) -> list[object]:
    return [key, cell.counts, cell.people] if isinstance(cell, Shown) else [key, None, None]


def _merge(content: dict[str, Any]) -> Merge:
    return Merge(content["label"], tuple(content["members"]))
