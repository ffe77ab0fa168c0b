"""How long it takes to match 10,000 people and 1,000 roles, beside an exact reference.

    python -m bench.matching [--seed 1] [--reference PYTHON]

Measured is the CPU of `edges` (everything that is possible, with points) and of `solve` (the best
plan), for crowds with more places than people, about as many, and fewer. In the same run the same
matches go to OR-tools' minimum-cost flow, if a Python is named that has it, or else, for a tenth of
the crowd, to the linear programme of scipy's HiGHS. Both must find the same worth. OR-tools is no
part of the installation; it goes into an environment of its own:

    python -m venv /tmp/ortools && /tmp/ortools/bin/pip install ortools

Needs no Django and no database. Run it with one thread (OMP_NUM_THREADS=1), as the server runs.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from alongside.engines.matching import (
    Book,
    Edges,
    Giver,
    Policy,
    Role,
    edges,
    explain,
    people_for_roles,
    roles_for_people,
    solve,
)

PEOPLE, ROLES = 10_000, 1_000
SKILLS = tuple(f"skill {number:02}" for number in range(60))
TOWN = 40_000
"""Metres from end to end."""
MOST_PLACES = {"more places than people": 30, "about as many": 19, "fewer": 8}
LIMIT_SECONDS = 1.0
TIMES = 3

FLOW = """
import sys, time
import numpy as np
from ortools.graph.python import min_cost_flow
given = np.load(sys.argv[1])
giver, role, worth, places = (given[name] for name in ("giver", "role", "worth", "places"))
began = time.process_time()
people, roles = int(given["people"]), len(places)
source, sink = people + roles, people + roles + 1
everybody, every_role = np.arange(people), people + np.arange(roles)
flow = min_cost_flow.SimpleMinCostFlow()
flow.add_arcs_with_capacity_and_unit_cost(
    np.concatenate([np.full(people, source), giver, every_role, everybody]),
    np.concatenate([everybody, people + role, np.full(roles, sink), np.full(people, sink)]),
    np.concatenate([np.ones(people + len(giver), dtype=int), places, np.ones(people, dtype=int)]),
    np.concatenate([np.zeros(people, dtype=int), -worth, np.zeros(roles + people, dtype=int)]),
)
flow.set_node_supply(source, people)
flow.set_node_supply(sink, -people)
assert flow.solve() == flow.OPTIMAL
print(-flow.optimal_cost(), time.process_time() - began)
"""


def main() -> None:
    """Measure, check and print."""
    parser = argparse.ArgumentParser(description="Time the matching engine.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--reference",
        default=os.environ.get("BENCH_ORTOOLS"),
        help="a Python that has ortools, also read from BENCH_ORTOOLS",
    )
    options = parser.parse_args()
    for kind, places in MOST_PLACES.items():
        book = invented(PEOPLE, ROLES, places, options.seed)
        print(f"{PEOPLE:,} people, {ROLES:,} roles, {kind}: CPU seconds, median of {TIMES}")
        found = _time_ours(book)
        if options.reference:
            _beside(found, options.reference)
        else:
            small = edges(invented(PEOPLE // 10, ROLES // 10, places, options.seed), Policy())
            _beside_programme(small)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of the whole process at most {most:.0f} MB")


def invented(people: int, roles: int, places: int, seed: int) -> Book:
    """A crowd in a town; roles have from 1 to `places` places."""
    rng = np.random.default_rng([seed, people, places])

    def some(least: int, most: int) -> frozenset[str]:
        return frozenset(SKILLS[n] for n in rng.permutation(60)[: rng.integers(least, most)])

    def place() -> tuple[float, float]:
        return float(rng.uniform(0, TOWN)), float(rng.uniform(0, TOWN))

    givers = [
        Giver(
            id=f"person {number:05}",
            skills=some(2, 12),
            wishes=some(0, 5),
            times=int(rng.integers(0, 2**21) & rng.integers(0, 2**21)),
            place=place(),
            reach=int(rng.choice([3000, 5000, 8000, 15_000])),
            would_meet=rng.random() < 0.1,
        )
        for number in range(people)
    ]
    opening = [
        Role(
            id=f"role {number:04}",
            capacity=int(rng.integers(1, places + 1)),
            must=some(0, 1) if rng.random() < 0.7 else some(1, 2),
            welcome=some(0, 4),
            does=some(2, 3),
            times=int(1 << rng.integers(0, 21)) | int(1 << rng.integers(0, 21)),
            place=place(),
            meets=rng.random() < 0.5,
            urgent=rng.random() < 0.1,
        )
        for number in range(roles)
    ]
    return Book.of(givers, opening, skills=SKILLS)


def _time_ours(book: Book) -> Edges:
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        found = edges(book, Policy())
        between = time.process_time()
        plan = solve(found)
        taken.append((between - began, time.process_time() - between))
    weighing, solving = np.median(taken, axis=0)
    both = weighing + solving
    over = "" if both < LIMIT_SECONDS else f"   OVER: at most {LIMIT_SECONDS}"
    print(f"  edges {weighing:5.2f}   solve {solving:5.2f}   both {both:5.2f}{over}")
    print(f"  {found.count:,} possible, {len(plan.assignments):,} matched, worth {plan.worth:,}")
    began = time.process_time()
    explain(plan)
    between = time.process_time()
    roles_for_people(found), people_for_roles(found)
    lists = time.process_time() - between
    print(f"  every reason of the plan {between - began:5.2f}   both shortlists {lists:5.2f}")
    return found


def _beside(found: Edges, python: str) -> None:
    began = time.process_time()
    ours = solve(found).worth
    took = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        matches = Path(folder) / "matches.npz"
        places = np.array([role.capacity for role in found.book.roles])
        people = len(found.book.givers)
        columns = {"giver": found.giver, "role": found.role, "worth": found.worth}
        np.savez(matches, people=people, places=places, **columns)
        command = [python, "-c", FLOW, str(matches)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    _compare("OR-tools' flow", ours, int(told[0]), took, float(told[1]))


def _beside_programme(found: Edges) -> None:
    began = time.process_time()
    ours = solve(found).worth
    took = time.process_time() - began
    began = time.process_time()
    theirs = solved_by_scipy(found)
    label = f"scipy's HiGHS, {len(found.book.givers):,} people"
    _compare(label, ours, theirs, took, time.process_time() - began)


def solved_by_scipy(found: Edges) -> int:
    """The worth of the best plan, by a linear programme."""
    people, roles, count = len(found.book.givers), len(found.book.roles), found.count
    rows, columns = np.concatenate([found.giver, people + found.role]), np.tile(np.arange(count), 2)
    table = csr_array((np.ones(2 * count), (rows, columns)), shape=(people + roles, count))
    limits = np.concatenate([np.ones(people), [role.capacity for role in found.book.roles]])
    done = linprog(-found.worth, A_ub=table, b_ub=limits, bounds=(0, 1), method="highs")
    return round(-done.fun)


def _compare(label: str, ours: int, theirs: int, took: float, they_took: float) -> None:
    if ours != theirs:
        sys.exit(f"Worth {ours:,}, and {label} has {theirs:,}.")
    print(f"  {label}: same worth, {they_took:.2f}; {they_took / took:.1f} times our solve")


if __name__ == "__main__":
    main()
