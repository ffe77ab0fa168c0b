"""What a matrix shows, as plain values: the drawing, its description and its table all read this."""

from dataclasses import dataclass
from math import isfinite

from alongside.star.framework.picture import CO_KEYS, PictureError, Shape

LOWEST, HIGHEST = 1.0, 5.0
FIELDS = ("quick_win", "major_project", "fill_in", "not_now")

type Place = tuple[float, float]
"""Effort and impact, on the scale from 1 to 5."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one group sees an item."""

    group: str
    name: str
    letter: str
    shape: Shape
    solid: bool
    at: Place

    def __post_init__(self) -> None:
        _on_scale(self.at)


@dataclass(frozen=True, slots=True)
class Dot:
    """One item that can be shown. `spread` is how far ratings usually lie from the middle."""

    number: int
    title: str
    co: str
    at: Place
    spread: Place
    is_divided: bool = False
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if self.co not in CO_KEYS:
            raise PictureError(f"unknown Co {self.co!r}")
        _on_scale(self.at)
        if not all(isfinite(side) and side >= 0 for side in self.spread):
            raise PictureError(f"{self.number}: spread is {self.spread}")


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """A whole matrix. `fields` are the names of quick wins, major projects, fill-ins and not now.

    `axes` are the names of effort and impact; `cos` the names of the four Co's, for the key.
    """

    title: str
    dots: tuple[Dot, ...]
    fields: tuple[str, str, str, str]
    axes: tuple[str, str]
    cos: tuple[str, str, str, str]
    description: str = ""
    line: float = 3.0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """One mark for each group that appears, in the order of appearance."""
        seen = {mark.group: mark for dot in reversed(self.dots) for mark in reversed(dot.marks)}
        return tuple(reversed(seen.values()))


def _on_scale(at: Place) -> None:
    for value in at:
        if not isfinite(value) or not LOWEST <= value <= HIGHEST:
            raise PictureError(f"{value} is not on the scale from 1 to 5")
