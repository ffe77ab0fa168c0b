"""What a Star shows, as plain values: the drawing, its title, its table and its print all read this.

Independent of the database and of how the figures came about. Rules: levels and shares follow the
decisions on the statistics of the Star (half the voices, groups counting equally); a point nobody
answered has no level at all, which is not the same as level 0.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

CO_KEYS = ("commission", "design", "deliver", "assess")
STEP_KEYS = ("map", "focus", "people", "market", "grow")
TOP_LEVEL = 4


class PictureError(ValueError):
    """A picture that would say something untrue or impossible."""


class Status(StrEnum):
    LEVEL = "level"
    BETWEEN = "between"
    DIVIDED = "divided"
    MOSTLY_DONT_KNOW = "mostly_dont_know"
    NOBODY = "nobody"
    HIDDEN = "hidden"  # somebody answered, but too few to show


class ArcState(StrEnum):
    NOT_STARTED = "not_started"
    TRYING = "trying"
    WORKING = "working"


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    PENTAGON = "pentagon"  # for groups shown merged, so that no group's own shape is borrowed


@dataclass(frozen=True, slots=True)
class Marker:
    """Where one group stands on a point: position 0 (nowhere) to 4 (it is how we work).

    A group of which no level may be said has no position; `reason` says why in a few words.
    """

    group: str
    name: str
    letter: str
    position: float | None
    shape: Shape
    solid: bool = False
    reason: str = ""

    def __post_init__(self) -> None:
        if self.position is not None:
            _within(self.position, TOP_LEVEL, f"position of {self.group}")
        elif not self.reason:
            raise PictureError(f"{self.group} has neither a position nor a reason")
        if not 1 <= len(self.letter) <= 2:
            raise PictureError(f"a marker carries one or two letters, not {self.letter!r}")


@dataclass(frozen=True, slots=True)
class PointPicture:
    """One point of the Star. `rings[k-1]` is the share of voices at level k or more."""

    co: str
    label: str
    level: int | None
    status: Status
    rings: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    markers: tuple[Marker, ...] = ()
    between: tuple[int, int] | None = None
    dont_know: float | None = None

    @property
    def sure_level(self) -> int:
        """The level up to which there is no doubt; 0 where none may be said."""
        return self.between[0] if self.between else self.level or 0

    def __post_init__(self) -> None:
        if self.co not in CO_KEYS:
            raise PictureError(f"unknown Co {self.co!r}")
        if len(self.rings) != TOP_LEVEL:
            raise PictureError(f"{self.co}: four rings, not {len(self.rings)}")
        for share in self.rings:
            _within(share, 1, f"share of {self.co}")
        if any(
            outer > inner + 1e-9 for inner, outer in zip(self.rings, self.rings[1:], strict=False)
        ):
            raise PictureError(f"{self.co}: a higher ring can't hold more voices than a lower one")
        if self.dont_know is not None:
            _within(self.dont_know, 1, f"don't know of {self.co}")
        self._check_status()

    @property
    def is_empty(self) -> bool:
        """Whether no answers stand here: nobody gave any, or too few to show."""
        return self.status in (Status.NOBODY, Status.HIDDEN)

    def _check_status(self) -> None:
        if self.level is not None and not 0 <= self.level <= TOP_LEVEL:
            raise PictureError(f"{self.co}: level {self.level} is not 0 to 4")
        if self.is_empty and (self.level is not None or any(self.rings) or self.markers):
            raise PictureError(f"{self.co}: no answers stand here, so there is nothing to show")
        if self.status == Status.LEVEL and self.level is None:
            raise PictureError(f"{self.co}: the status is a level, but no level is given")
        if (self.status == Status.BETWEEN) != (self.between is not None):
            raise PictureError(f"{self.co}: 'between' goes with two levels, and only then")
        if self.between and not 0 <= self.between[0] < self.between[1] <= TOP_LEVEL:
            raise PictureError(f"{self.co}: between {self.between} is not two rising levels")


@dataclass(frozen=True, slots=True)
class ArcPicture:
    """One of the five steps on the other ring, with the fact that its state rests on."""

    step: str
    label: str
    state: ArcState
    fact: str = ""

    def __post_init__(self) -> None:
        if self.step not in STEP_KEYS:
            raise PictureError(f"unknown step {self.step!r}")


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where the points stood in an earlier round on the same questions; None where unknown."""

    label: str
    levels: tuple[int | None, int | None, int | None, int | None]

    def __post_init__(self) -> None:
        for level in self.levels:
            if level is not None:
                _within(level, TOP_LEVEL, "ghost level")


@dataclass(frozen=True, slots=True)
class Caption:
    """The facts that travel with every copy: who, when, and how far the picture may be trusted.

    `heard` is the short figure for the Star's centre ("212"), `heard_of` its words ("people heard").
    `missing` holds ready sentences about groups too small to show.
    """

    who: str = ""
    when: str = ""
    heard: str = ""
    heard_of: str = ""
    missing: tuple[str, ...] = ()
    provisional: bool = False
    staff_view_only: bool = False
    invented: bool = False


@dataclass(frozen=True, slots=True)
class StarPicture:
    """A whole Star. `scale` are the five words of the levels, 0 to 4, as the instrument says them."""

    title: str
    points: tuple[PointPicture, PointPicture, PointPicture, PointPicture]
    arcs: tuple[ArcPicture, ArcPicture, ArcPicture, ArcPicture, ArcPicture]
    scale: tuple[str, str, str, str, str]
    caption: Caption = field(default_factory=Caption)
    ghost: Ghost | None = None

    def __post_init__(self) -> None:
        if tuple(point.co for point in self.points) != CO_KEYS:
            raise PictureError(f"the points come in the order {', '.join(CO_KEYS)}")
        if tuple(arc.step for arc in self.arcs) != STEP_KEYS:
            raise PictureError(f"the arcs come in the order {', '.join(STEP_KEYS)}")
        if len(self.scale) != TOP_LEVEL + 1:
            raise PictureError("the scale has five words")


def _within(value: float, top: float, what: str) -> None:
    if not isfinite(value) or not 0 <= value <= top:
        raise PictureError(f"{what} is {value}, not 0 to {top}")
