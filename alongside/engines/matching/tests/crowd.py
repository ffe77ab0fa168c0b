"""Small invented crowds, drawn from a seed: people and roles with a bit of everything."""

from datetime import date, timedelta

import numpy as np

from alongside.engines.matching import Book, Giver, Role

SKILLS = ("cooking", "driving", "gardening", "listening", "music")
DAY = date(2026, 5, 4)


class Chance:
    """Draws from one seed."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def is_so(self, share):
        return bool(self.rng.random() < share)

    def number(self, least, end):
        return int(self.rng.integers(least, end))

    def some(self, terms, share=0.3):
        return frozenset(term for term in terms if self.is_so(share))

    def maybe(self, value, share=0.8):
        return value if self.is_so(share) else None

    def place(self):
        return self.maybe((float(self.number(0, 5000)), self.number(0, 5000) + 0.25))

    def times(self):
        return self.maybe(self.number(1, 64))

    def checks(self):
        ends = self.maybe(DAY + timedelta(self.number(-3, 4)))
        return {"adults": ends} if self.is_so(0.6) else {}


def crowd(seed, people=5, roles=4, *, wants=1) -> Book:
    drawn = Chance(seed)
    names = [f"role {number}" for number in range(roles)]
    givers = [person(drawn, f"person {number}", names, wants) for number in range(people)]
    return Book.of(givers, [opening(drawn, name) for name in names], skills=SKILLS)


def person(drawn, name, roles, wants):
    return Giver(
        id=name,
        skills=drawn.some(SKILLS, 0.6),
        wishes=drawn.some(SKILLS),
        times=drawn.times(),
        place=drawn.place(),
        reach=drawn.maybe(drawn.number(0, 6000)),
        languages=drawn.some(("English", "Gaelic")),
        help=drawn.some(("step-free",), 0.1),
        checks=drawn.checks(),
        wants=drawn.number(0, wants + 1) if wants > 1 else 1,
        roles_now=drawn.number(0, 2),
        would_meet=drawn.is_so(0.3),
        declined=drawn.some(roles, 0.1),
    )


def opening(drawn, name):
    return Role(
        id=name,
        capacity=drawn.number(0, 3),
        must=drawn.some(SKILLS, 0.1),
        welcome=drawn.some(SKILLS),
        does=drawn.some(SKILLS),
        times=drawn.times(),
        place=drawn.place(),
        languages=drawn.some(("English", "Gaelic"), 0.5),
        help=drawn.some(("step-free",), 0.7),
        checks=drawn.some(("adults",), 0.2),
        begins=DAY,
        meets=drawn.is_so(0.5),
        urgent=drawn.is_so(0.2),
    )
