"""What counts for how much: the weights, by name, to be shown and logged beside every result.

A match is worth the sum of its parts, in points, which are whole numbers so that every machine adds
up the same. Points compare possible matches with each other. They are no mark of a person, and none
is kept of anybody: the same person is worth other points in each role.

`place` is given for every match. As it is more than any of the other parts, filling two places
comes before filling one place very well.

Source: decision 0041.
"""

from dataclasses import dataclass, fields

from .errors import MatchingError

MOST_POINTS = 10_000
"""All weights together; see `assignment` for what it is that has to stay small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Points for each part of a match.

    - `place`: that somebody is there at all.
    - `wish`: the role is something that the person would like to do.
    - `welcome`: skills that are welcome; for all of them, fewer give their share, rounded down.
    - `meet`: the person asked to meet people and the role is done with others. Asked, never guessed.
    - `first`: the person has no role so far.
    - `near`: right at the door; falls evenly to 0 at as far as the person goes, rounded down.
    - `time`: the person is free in every slot of the role; fewer give their share, rounded down.
    - `urgent`: somebody is waiting.

    Raises `MatchingError`: `impossible_weight`, `weights_too_large`.

    >>> Policy(near=0).most
    1850
    """

    place: int = 1000
    wish: int = 250
    welcome: int = 150
    meet: int = 150
    first: int = 100
    near: int = 150
    time: int = 100
    urgent: int = 100

    def __post_init__(self) -> None:
        for one in fields(self):
            weight = getattr(self, one.name)
            if not isinstance(weight, int) or isinstance(weight, bool) or weight < 0:
                message = f"{one.name}: a weight is a whole number from 0 upwards, not {weight}."
                raise MatchingError("impossible_weight", message, weight=one.name)
        if self.most > MOST_POINTS:
            message = f"The weights are {self.most} together; make them {MOST_POINTS} at most."
            raise MatchingError("weights_too_large", message, most=self.most)

    @property
    def most(self) -> int:
        """What a match can be worth at most."""
        return sum(getattr(self, one.name) for one in fields(self))
