"""A lottery: panels with shares in whole numbers, everybody's chance, and how good it is.

The shares of the solver are rounded to whole tickets, `TICKETS` in all. From then on there are only
whole numbers: the chance of everybody is an exact fraction, every panel keeps to every quota
without tolerance, and a draw (see `drawing`) needs no solver, so that nobody depends on the version
of one. `sha256` is the hash of the lottery itself, to be published beside that of the input.

The certificate: `lowest` is reached, exactly; `bound` is what no lottery at all exceeds. Mostly it
comes from exact arithmetic (see `programmes.proved_bound`); where true panels fall short of it, from
the solver's proof that there is no better panel, within that solver's tolerance.

>>> from alongside.engines.lotteries import Person, Quota
>>> people = [Person(name, {"home": "hill" if name < "c" else "shore"}) for name in "abcdef"]
>>> quotas = [Quota("home", "hill", 1, 1), Quota("home", "shore", 1, 1)]
>>> held = hold_lottery(Task.of(people, quotas, size=2))
>>> round(held.chances["a"], 9), round(held.lowest, 9), round(held.bound, 9), held.fairness
(0.5, 0.25, 0.25, 'leximin')
"""

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

import numpy as np

from .errors import LotteriesError
from .fairness import AFFORDABLE, fairest
from .kinds import Floats, Ints, Kinds, kinds_of
from .people import FORM, Task
from .relaxation import smallest_relaxation

TICKETS = 10**12


@dataclass(frozen=True, eq=False, kw_only=True)
class Lottery:
    """Panels by kinds, and how many tickets each has; panels in the order of their numbers."""

    task: Task
    kinds: Kinds
    fairness: Literal["leximin", "maximin"]
    panels: tuple[tuple[int, ...], ...]
    tickets: tuple[int, ...]
    bound: float
    left_out: tuple[str, ...]

    @cached_property
    def exact(self) -> tuple[Fraction, ...]:
        """The chance of a person of each kind."""
        held = [
            sum(t * panel[kind] for t, panel in zip(self.tickets, self.panels, strict=True))
            for kind in range(len(self.kinds))
        ]
        counts = self.kinds.counts.tolist()
        return tuple(Fraction(n, TICKETS * count) for n, count in zip(held, counts, strict=True))

    @cached_property
    def chances(self) -> dict[str, float]:
        """The chance of everybody, by id; those on no panel have 0."""
        pairs = zip(self.kinds.members, self.exact, strict=True)
        found = {person: float(chance) for members, chance in pairs for person in members}
        return dict(sorted(found.items()))

    @property
    def lowest(self) -> float:
        """The lowest chance of those who can be on a panel at all."""
        return min(chance for person, chance in self.chances.items() if person not in self._out)

    @property
    def highest(self) -> float:
        """The highest chance of anybody."""
        return max(self.chances.values())

    @cached_property
    def _out(self) -> frozenset[str]:
        return frozenset(self.left_out)

    @cached_property
    def published(self) -> dict[str, object]:
        """The lottery as it is published: all that a draw needs, for JSON.

        `kinds` are the ids of the people of each, in order; `circle_of` the circle of each kind, -1
        for none; `circles` the households of each, in order, with the ids by kind. A panel is a list
        of [number of the kind, how many], and has so many `tickets`.
        """
        return {
            "form": FORM,
            "input_sha256": self.task.sha256,
            "kinds": [list(ids) for ids in self.kinds.members],
            "circle_of": list(self.kinds.circle_of),
            "circles": [
                [[list(ids) for _, ids in home] for home in circle] for circle in self.kinds.circles
            ],
            "panels": [[[kind, n] for kind, n in enumerate(one) if n] for one in self.panels],
            "tickets": list(self.tickets),
        }

    @property
    def sha256(self) -> str:
        """SHA-256 of what is published, as JSON without spaces, in ASCII."""
        text = json.dumps(self.published, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def hold_lottery(task: Task) -> Lottery:
    """The fairest lottery for a task. The same task gives the same lottery.

    With `automatic` fairness it is leximin up to 250 kinds of people, which takes seconds, and
    maximin beyond. Ties between equally fair mixtures are settled by the solver, which is why a
    lottery has a hash of its own.

    Raises `LotteriesError`: `too_few_people`, and `quotas_impossible` with the smallest relaxation
    (see `relaxation`) in its parameter `moves`.
    """
    kinds = kinds_of(task)
    fairness: Literal["leximin", "maximin"] = (
        task.fairness
        if task.fairness != "automatic"
        else ("leximin" if len(kinds) <= AFFORDABLE else "maximin")
    )
    found = fairest(kinds, fairness)
    if found is None:
        raise smallest_relaxation(task, kinds)
    panels, tickets = _in_tickets(found.panels, found.shares)
    out = [ids for ids, can in zip(kinds.members, found.possible, strict=True) if not can]
    held = Lottery(
        task=task,
        kinds=kinds,
        fairness=fairness,
        panels=panels,
        tickets=tickets,
        bound=found.ceiling,
        left_out=tuple(sorted(one for ids in out for one in ids)),
    )
    if not all(kinds.allows(np.array(panel, dtype=np.int64)) for panel in panels):
        raise LotteriesError("solver_failed", "A panel of the lottery breaks a rule.")
    return held


def _in_tickets(
    panels: list[Ints], shares: Floats
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Shares as whole tickets by largest remainder, panels in order; those without one left out."""
    exact = [Fraction(float(share)) for share in shares]
    whole = sum(exact)
    wanted = [share * TICKETS / whole for share in exact]
    tickets = [int(share) for share in wanted]
    order = sorted(range(len(panels)), key=lambda at: (tickets[at] - wanted[at], at))
    for at in order[: TICKETS - sum(tickets)]:
        tickets[at] += 1
    pairs = zip(panels, tickets, strict=True)
    told = sorted((tuple(panel.tolist()), count) for panel, count in pairs if count)
    return tuple(panel for panel, _ in told), tuple(count for _, count in told)
