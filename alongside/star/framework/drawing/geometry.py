"""Where everything lies: rings, points and bands in polar terms around the Star's centre.

`RING_ORDER` is the one place that says which ring is inside. The source published first puts the
four Co's outside and the five steps inside; a later page of the same author swaps them.
"""

from dataclasses import dataclass
from math import asin, cos, hypot, pi, sin
from typing import Literal

from alongside.star.framework.picture import CO_KEYS, STEP_KEYS, TOP_LEVEL

Ring = Literal["steps", "cos"]
RING_ORDER: tuple[Ring, Ring] = ("steps", "cos")  # from the centre outwards

AXES = dict(zip(CO_KEYS, (-90, 0, 90, 180), strict=True))  # Decide N, Design E, Do S, Check W
STEP_SPAN = 360 / len(STEP_KEYS)
STEP_CENTRES = {key: -90 + STEP_SPAN * place for place, key in enumerate(STEP_KEYS)}
POINT_CURVE = 1.45
SAMPLES = 6

type Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """The radii of one form of the Star: core (empty middle), thickness of each ring, gap between."""

    centre: Spot
    core: float
    steps: float
    gap: float
    cos: float
    half_width: float
    width: float
    order: tuple[Ring, Ring] = RING_ORDER

    def radii(self, ring: Ring) -> tuple[float, float]:
        """Inner and outer radius of a ring, as the ring order says."""
        thickness = {"steps": self.steps, "cos": self.cos}
        inner = self.core
        if self.order[0] != ring:
            inner += thickness[self.order[0]] + self.gap
        return inner, inner + thickness[ring]

    @property
    def is_narrow(self) -> bool:
        """Whether words that need room, such as those of the scale, stand in the key instead."""
        return self.width < FULL.width

    @property
    def outer(self) -> float:
        return self.core + self.steps + self.gap + self.cos

    def radius_at(self, position: float) -> float:
        """How far out a position on the scale from 0 to 4 lies."""
        inner, outer = self.radii("cos")
        return inner + (outer - inner) * position / TOP_LEVEL

    def half_width_at(self, radius: float) -> float:
        inner, outer = self.radii("cos")
        along = min(1.0, max(0.0, (radius - inner) / (outer - inner)))
        return self.half_width * (1 - along**POINT_CURVE)

    def spot(self, radius: float, degrees: float, aside: float = 0.0) -> Spot:
        """The spot on the circle of that radius, moved sideways along the circle by `aside`."""
        angle = degrees * pi / 180 + (asin(max(-1.0, min(1.0, aside / radius))) if radius else 0.0)
        return self.centre[0] + radius * cos(angle), self.centre[1] + radius * sin(angle)

    def band(
        self, co: str, inner: float, outer: float, *, side: int = 0, spread: float = 0.0
    ) -> str:
        """The path of a slice of a point; `side` -1 or 1 takes one half, `spread` widens it."""
        axis = AXES[co]
        radii = [inner + (outer - inner) * step / SAMPLES for step in range(SAMPLES + 1)]
        first = [self.spot(r, axis, self._edge(r, side, -1, spread)) for r in radii]
        second = [self.spot(r, axis, self._edge(r, side, 1, spread)) for r in reversed(radii)]
        return (
            f"M{_pair(first[0])}{_line(first[1:])}{_arc(outer, second[0], sweep=1)}"
            f"{_line(second[1:])}{_arc(inner, first[0], sweep=0)}Z"
        )

    def _edge(self, radius: float, side: int, edge: int, spread: float) -> float:
        half = self.half_width_at(radius)
        if side == 0:
            return edge * (half + spread)
        return -edge * spread if side == -edge else edge * max(half, spread)

    def ring_piece(self, inner: float, outer: float, start: float, end: float) -> str:
        """The path of a piece of a ring between two angles in degrees."""
        a, b = self.spot(outer, start), self.spot(outer, end)
        c, d = self.spot(inner, end), self.spot(inner, start)
        return f"M{_pair(a)}{_arc(outer, b, sweep=1)}L{_pair(c)}{_arc(inner, d, sweep=0)}Z"

    def arc_line(self, radius: float, start: float, end: float) -> str:
        """An open arc to write along; drawn backwards when end is below start."""
        return f"M{_pair(self.spot(radius, start))}{_arc(radius, self.spot(radius, end), sweep=int(end > start))}"


FULL = Shape(centre=(290.0, 348.0), core=70, steps=27, gap=9, cos=162, half_width=56, width=580)
# The same letters on a smaller Star: on a phone they are as large as the words around it.
NARROW = Shape(centre=(190.0, 264.0), core=50, steps=25, gap=6, cos=103, half_width=44, width=380)
SMALL = Shape(centre=(24.0, 24.0), core=4.6, steps=2.6, gap=1.2, cos=15.2, half_width=6.2, width=48)


def distance(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _pair(spot: Spot) -> str:
    return f"{spot[0]:.2f} {spot[1]:.2f}"


def _line(spots: list[Spot]) -> str:
    return "".join(f"L{_pair(spot)}" for spot in spots)


def _arc(radius: float, end: Spot, *, sweep: int) -> str:
    return f"A{radius:.2f} {radius:.2f} 0 0 {sweep} {_pair(end)}"
