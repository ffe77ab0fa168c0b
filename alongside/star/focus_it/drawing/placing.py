"""Keep dots apart: who comes to lie on another steps aside, by no more than it takes.

Dots keep their order: an earlier one never moves for a later one, and the same dots always lie the
same way.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import cos, hypot, pi, sin

from alongside.star.focus_it.drawing.forms import Form, Spot

GAP = 1.5
RINGS = 24
A_SIXTH = pi / 3


def placed_apart(spots: Sequence[Spot], radius: float, form: Form) -> list[Spot]:
    """Return where dots of that radius are drawn; a spot that is free stays where it is.

    >>> from alongside.star.focus_it.drawing.forms import WIDE
    >>> [(round(x), round(y)) for x, y in placed_apart([(100, 100), (100, 100)], 15, WIDE)]
    [(100, 100), (100, 68)]
    """
    taken: list[Spot] = []
    for spot in spots:
        taken.append(next(_free(spot, radius, form, taken), spot))
    return taken


def _free(spot: Spot, radius: float, form: Form, taken: Sequence[Spot]) -> Iterator[Spot]:
    apart = 2 * radius + GAP
    for dx, dy in _steps(apart / 2):
        x, y = spot[0] + dx, spot[1] + dy
        inside = (
            form.left + radius < x < form.right - radius
            and form.top + radius < y < form.bottom - radius
        )
        if inside and all(hypot(x - a, y - b) >= apart - 0.01 for a, b in taken):
            yield x, y


@cache
def _steps(reach: float) -> tuple[Spot, ...]:
    """Steps aside in growing rings, upwards first."""
    steps = [(0.0, 0.0)]
    for ring in range(1, RINGS + 1):
        count = 6 * ring
        steps += [
            (ring * reach * sin(2 * pi * n / count), -ring * reach * cos(2 * pi * n / count))
            for n in range(count)
        ]
    return tuple(steps)
