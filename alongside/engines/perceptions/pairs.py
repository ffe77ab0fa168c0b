"""Of 100 pairs, who rates higher: Cliff's delta, service by service.

Take a service that both groups rated, one person of group x and one of group y who rated it, and
see whose answer is higher. Over all such pairs, higher - lower is Cliff's delta: +1 when every x is
above every y, 0 when neither side has the upper hand. It uses the order of the answers and never
their distances, and comparing within a service means that a group isn't called more hopeful because
it knows better services.

Services weigh n m / (n + m), with n and m the people of either side who rated it: the weight that
an estimate from n and m people deserves. With one service it is plain Cliff's delta.

Uncertainty: a person's own contribution is how their answers stand among the other group's (their
placements), summed over the services they rated; so a person with many answers counts once. The
spread of the contributions within each side is what `sureness` builds on. With one service they are
the placements of Brunner and Munzel. The weights of services are taken as given.

Source: Cliff (1993), Dominance statistics; Brunner and Munzel (2000), The nonparametric
Behrens-Fisher problem; van Elteren (1960) for strata; decisions on statistics, 36.
"""

from dataclasses import dataclass

import numpy as np

from .answers import TOP, Answers, Floats, Ints

CODES = TOP + 1


@dataclass(frozen=True, eq=False)
class Side:
    """One group's ratings: who (0 to people - 1), on which service, what, and each one's weight."""

    person: Ints
    service: Ints
    code: Ints
    weight: Floats

    @property
    def people(self) -> int:
        """How many people; each has at least one rating."""
        return len(self.weight)

    def table(self, services: int) -> Floats:
        """Weight of ratings by service and code; shape (services, 5)."""
        flat = self.service * CODES + self.code
        counts = np.bincount(flat, weights=self.weight[self.person], minlength=services * CODES)
        return counts.reshape(services, CODES)


@dataclass(frozen=True, eq=False)
class Pairs:
    """Higher, lower and same as shares of all pairs, seen from x; and each person's contribution.

    `of_x[i]` is how much person i moves delta per unit of their weight, around 0 in the mean;
    `of_y` the same for y.
    """

    higher: float
    lower: float
    same: float
    of_x: Floats
    of_y: Floats

    @property
    def delta(self) -> float:
        """Cliff's delta, from -1 (y always higher) to 1 (x always higher)."""
        return self.higher - self.lower


def common_sides(answers: Answers, x: str, y: str) -> tuple[Side, Side, int]:
    """Both groups' ratings on the services that both rated, and how many services those are.

    `answers` are about one Co. "Don't know" and "not our role" are no ratings.
    """
    rated = answers.where(answers.code >= 0)
    of_x, of_y = rated.by(x), rated.by(y)
    common = np.intersect1d(of_x.service, of_y.service)
    return _side(of_x, common), _side(of_y, common), len(common)


def compare(x: Side, y: Side, services: int) -> Pairs:
    """All pairs of x and y; both sides must rate each service.

    >>> x = Side(np.array([0, 1]), np.array([0, 0]), np.array([3, 2]), np.ones(2))
    >>> y = Side(np.array([0, 1]), np.array([0, 0]), np.array([2, 1]), np.ones(2))
    >>> pairs = compare(x, y, 1)
    >>> pairs.higher, pairs.lower, pairs.same
    (0.75, 0.0, 0.25)
    """
    table_x, table_y = x.table(services), y.table(services)
    n, m = table_x.sum(axis=1), table_y.sum(axis=1)
    weight = n * m / (n + m)
    weight = weight / weight.sum()
    above_y, below_y = _beaten(table_y) / m[:, None], _beating(table_y) / m[:, None]
    higher = (table_x * above_y).sum(axis=1) / n
    lower = (table_x * below_y).sum(axis=1) / n
    delta = higher - lower
    stand_x = (above_y - below_y - delta[:, None]) * (weight / n)[:, None]
    stand_y = (_beating(table_x) - _beaten(table_x)) / n[:, None] - delta[:, None]
    stand_y = stand_y * (weight / m)[:, None]
    tied = (table_x * table_y).sum(axis=1) / (n * m)
    return Pairs(
        higher=float(weight @ higher),
        lower=float(weight @ lower),
        same=float(weight @ tied),
        of_x=np.bincount(x.person, weights=stand_x[x.service, x.code], minlength=x.people),
        of_y=np.bincount(y.person, weights=stand_y[y.service, y.code], minlength=y.people),
    )


def of_hundred(higher: float, lower: float, same: float) -> tuple[int, int, int]:
    """Whole numbers that sum to 100, by largest remainder.

    Ties: where higher and lower have the same claim to an odd unit, neither gets it and `same`
    takes or gives it, so that swapping the groups only swaps the words.

    >>> of_hundred(0.614, 0.196, 0.19)
    (61, 20, 19)
    >>> of_hundred(0.125, 0.125, 0.75)
    (12, 12, 76)
    """
    exact = [round(100 * part, 6) for part in (higher, lower, same)]
    up, down, level = (int(part) for part in exact)
    claims = [round(part - int(part), 6) for part in exact]
    left = 100 - up - down - level
    if left == 1:
        up += claims[0] > max(claims[1:])
        down += claims[1] > max(claims[0], claims[2])
    elif left == 2:
        without_up = claims[0] < claims[1] and claims[0] <= claims[2]
        without_down = claims[1] < claims[0] and claims[1] <= claims[2]
        up, down = up + (not without_up), down + (not without_down)
    return up, down, 100 - up - down


def _side(rated: Answers, common: Ints) -> Side:
    mine = rated.where(np.isin(rated.service, common))
    people, person = np.unique(mine.person, return_inverse=True)
    service = np.searchsorted(common, mine.service)
    return Side(person, service, mine.code, np.ones(len(people)))


def _beaten(table: Floats) -> Floats:
    """Per service and code: the weight of ratings below that code."""
    return np.cumsum(table, axis=1) - table


def _beating(table: Floats) -> Floats:
    """Per service and code: the weight of ratings above that code."""
    return table.sum(axis=1, keepdims=True) - np.cumsum(table, axis=1)
