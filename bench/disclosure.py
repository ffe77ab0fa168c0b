"""How long disclosure control of a round takes: 20 services x 4 groups, audit included.

    python -m bench.disclosure [--respondents 500] [--seed 1]

Measured is the CPU of `protect_together` for the four Co's, first on their own and then beside an
earlier release, as the job does it. In the same run one Co by itself is audited in the plain way:
one program in whole numbers for the least and one for the most of every hidden number, none of
them sparing another, by the reader that the engine's own tests trust. The plain audit only checks
what was decided; to decide by it would take one such audit for each round of cutting.

Needs no Django and no database.
"""

import argparse
import random
import time
from collections.abc import Iterator

from alongside.engines.disclosure import (
    Cube,
    Dimension,
    Hidden,
    Merge,
    Policy,
    Record,
    protect,
    protect_together,
)
from alongside.engines.disclosure.tests.reader import sizes_worked_back

LIMIT_SECONDS = 5
COS = ("commission", "design", "deliver", "assess")
SERVICES = tuple(f"service {number:02}" for number in range(20))
SHARES = {"elected": 0.02, "manager": 0.06, "staff": 0.28, "resident": 0.64}
SERVICES_OF_ONE = {"elected": (20, 20), "manager": (2, 4), "staff": (1, 2), "resident": (1, 3)}
MIDDLE = {"elected": 2.0, "manager": 2.1, "staff": 1.7, "resident": 1.3}
CODES = ("0", "1", "2", "3", "4", "dk", "na")
DIMENSIONS = (
    Dimension("service", SERVICES),
    Dimension("group", tuple(SHARES), (Merge("decide", ("elected", "manager")),)),
)
POLICY = Policy()
MORE = 1.1  # how many respondents the later release has, against the earlier one


def main() -> None:
    """Measure, check and print."""
    parser = argparse.ArgumentParser(description="Time disclosure control.")
    parser.add_argument("--respondents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    first = [cube_of(co, options.respondents, options.seed) for co in COS]
    later = [cube_of(co, round(options.respondents * MORE), options.seed) for co in COS]

    began = time.process_time()
    releases = list(protect_together(dict(zip(COS, first, strict=True)), POLICY).values())
    ours = time.process_time() - began
    hidden = [sum(isinstance(cell, Hidden) for cell in one.cells.values()) for one in releases]
    over = "" if ours < LIMIT_SECONDS else f"   OVER: at most {LIMIT_SECONDS}"
    print(
        f"{options.respondents} respondents, {len(SERVICES)} services, {len(SHARES)} groups, 4 Co's"
    )
    print(f"protect, audit included   {ours:7.2f} s of CPU   hidden keys {hidden}{over}")

    earlier = {co: [release] for co, release in zip(COS, releases, strict=True)}
    began = time.process_time()
    protect_together(dict(zip(COS, later, strict=True)), POLICY, earlier)
    beside = time.process_time() - began
    print(f"  beside an earlier one   {beside:7.2f} s of CPU")
    _compare(first[0])


def _compare(cube: Cube) -> None:
    began = time.process_time()
    release = protect(cube, POLICY)
    ours = time.process_time() - began
    began = time.process_time()
    found = sizes_worked_back(cube, release)
    plain = time.process_time() - began
    if found:
        raise SystemExit(f"The plain audit worked back {found}.")
    print(f"one Co, protect           {ours:7.2f} s of CPU")
    print(f"one Co, plain audit once  {plain:7.2f} s of CPU   {plain / ours:.0f} times ours")


def cube_of(co: str, respondents: int, seed: int) -> Cube:
    """Return the answers of a round about one Co; fewer respondents are a part of more."""
    return Cube.from_records(DIMENSIONS, CODES, _records(co, respondents, seed))


def _records(co: str, respondents: int, seed: int) -> Iterator[Record]:
    for group, share in SHARES.items():
        for number in range(round(respondents * share)):
            person = f"{group} {number}"
            who = random.Random(f"{seed} {person}")
            services = who.sample(SERVICES, who.randint(*SERVICES_OF_ONE[group]))
            leaning = who.gauss(MIDDLE[group], 0.6)
            chance = random.Random(f"{seed} {person} {co}")
            for service in services:
                yield Record(person, (service, group), _code(leaning, chance))


def _code(leaning: float, chance: random.Random) -> str:
    passes = chance.random()
    if passes < 0.1:
        return "dk" if passes < 0.07 else "na"
    return str(min(4, max(0, round(chance.gauss(leaning, 0.8)))))


if __name__ == "__main__":
    main()
