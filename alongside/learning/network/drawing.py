"""The picture of connections: partnerships on a ring, and a line the thicker the more they help."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from alongside.learning.network.queries.connections import Connection

MIDDLE_X, MIDDLE_Y = 360, 230
WIDE, HIGH = 210, 170
THINNEST, THICKEST = 2, 14


@dataclass(frozen=True, slots=True)
class Dot:
    """A partnership on the ring, with where its name stands."""

    name: str
    x: int
    y: int
    label_x: int
    label_y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A connection between two of them."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: float


@dataclass(frozen=True, slots=True)
class Ring:
    """The whole picture."""

    dots: Sequence[Dot]
    lines: Sequence[Line]


def ring_of(connections: Sequence[Connection]) -> Ring:
    """Return where everything stands; by name, so that the same ones stand in the same places."""
    names = sorted({name for one in connections for name in (one.one, one.other)})
    dots = {name: _dot(name, at, len(names)) for at, name in enumerate(names)}
    most = max((one.answers for one in connections), default=1)
    lines = [
        Line(
            dots[one.one].x,
            dots[one.one].y,
            dots[one.other].x,
            dots[one.other].y,
            round(THINNEST + (THICKEST - THINNEST) * one.answers / most, 1),
        )
        for one in connections
    ]
    return Ring(list(dots.values()), lines)


def _dot(name: str, at: int, count: int) -> Dot:
    angle = 2 * pi * at / count - pi / 2
    right, down = cos(angle), sin(angle)
    anchor = "middle" if abs(right) < 0.3 else "start" if right > 0 else "end"
    return Dot(
        name,
        round(MIDDLE_X + WIDE * right),
        round(MIDDLE_Y + HIGH * down),
        round(MIDDLE_X + (WIDE + 16) * right),
        round(MIDDLE_Y + (HIGH + 26) * down) + 5,
        anchor,
    )
