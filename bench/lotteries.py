"""How long a fair lottery takes, beside the public library that organisers use.

    python -m bench.lotteries [--library PYTHON] [--examples FOLDER] [--seconds 90] [--seed 1]

Pools are invented: people with more and more features, some values much rarer in the pool than
among those whom the panel stands for. With `--examples`, a folder that has `candidates.csv` and
`features.csv` (the library's own tests have one), also that pool of 150 with 22 places, and 1,000
people picked from it again and again with 50 places.

`--library` names a Python that has sortition-algorithms installed, in an environment of its own,
since it brings many packages. It then does maximin on the same files in the same run, and both must
find the same lowest chance to a millionth; it is stopped after so many seconds. Measured is CPU;
reading files and starting up are in neither figure.

Needs no Django and no database. Run it with one thread (OMP_NUM_THREADS=1), as the server runs.
"""

import argparse
import csv
import json
import random
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from alongside.engines.lotteries import Fairness, Lottery, Task, hold_lottery
from alongside.engines.lotteries.tables import people_from, quotas_from

LIMIT_SECONDS = 5
SAME = 1e-6
SIZES = ((2, 5, 4, 8), (2, 5, 4, 8, 3), (2, 5, 4, 8, 3, 3, 2))
THEIRS = """
import csv, json, sys, time
from sortition_algorithms import Settings
from sortition_algorithms.committee_generation.maximin import find_distribution_maximin
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
def rows(name):
    with open(name, encoding="utf-8") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)
features, *_ = read_in_features(*rows(sys.argv[2]))
settings = Settings(id_column=sys.argv[3], columns_to_keep=[])
people, _ = read_in_people(*rows(sys.argv[1]), features, settings)
began = time.process_time()
panels, shares, _ = find_distribution_maximin(features, people, int(sys.argv[4]), [])
took = time.process_time() - began
chance = {}
for panel, share in zip(panels, shares):
    for person in panel:
        chance[person] = chance.get(person, 0) + share
print(json.dumps([took, min(chance.values())]))
"""


def main() -> None:
    """Measure, compare and print."""
    parser = argparse.ArgumentParser(description="Time fair lotteries.")
    parser.add_argument("--library", help="a Python that has sortition-algorithms")
    parser.add_argument("--examples", type=Path, help="a folder of example files")
    parser.add_argument("--seconds", type=int, default=90, help="when to stop the library")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.library:
        print("Ours alone: --library names a Python with sortition-algorithms to set beside it.")
    with tempfile.TemporaryDirectory() as folder:
        if options.examples:
            _example(options, Path(folder))
        for features in SIZES:
            pool, quotas = invented(Path(folder), features, options.seed)
            _compare(f"invented, {len(features)} features", Files(pool, quotas, 50, "id"), options)


def invented(folder: Path, features: tuple[int, ...], seed: int) -> tuple[Path, Path]:
    """A thousand people, and quotas for fifty that are loose around one panel of them."""
    chance = random.Random(f"{seed} {features}")
    weights = [[chance.gammavariate(2, 1) for _ in range(values)] for values in features]
    people = [[chance.choices(range(len(each)), each)[0] for each in weights] for _ in range(1000)]
    kept = chance.choices(range(1000), [1 + sum(one) for one in people], k=200)
    panel = [people[at] for at in list(dict.fromkeys(kept))[:50]]
    rows = []
    for at, values in enumerate(features):
        count = Counter(one[at] for one in panel)
        rows += [(f"f{at}", v, max(0, count[v] - 1), count[v] + 1) for v in range(values)]
    names = ["id", *(f"f{at}" for at in range(len(features)))]
    told = [[f"p{number}", *values] for number, values in enumerate(people)]
    return _written(folder, [names, *told], [("feature", "value", "min", "max"), *rows])


def _written(folder: Path, pool: list, quotas: list) -> tuple[Path, Path]:
    for name, rows in (("pool.csv", pool), ("quotas.csv", quotas)):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder / "pool.csv", folder / "quotas.csv"


def _example(options: argparse.Namespace, folder: Path) -> None:
    pool, quotas = options.examples / "candidates.csv", options.examples / "features.csv"
    column = "nationbuilder_id"
    _compare("example, 150 people", Files(pool, quotas, 22, column), options)
    with pool.open(encoding="utf-8") as file:
        header, *people = list(csv.reader(file))
    with quotas.open(encoding="utf-8") as file:
        first, *rows = list(csv.reader(file))
    chance, at = random.Random(options.seed), header.index(column)
    picked = [list(chance.choice(people)) for _ in range(1000)]
    for number, person in enumerate(picked):
        person[at] = f"p{number}"
    wide = [[*row[:2], int(row[2]) * 50 // 22, -(-int(row[3]) * 50 // 22)] for row in rows]
    files = _written(folder, [header, *picked], [first[:4], *wide])
    _compare("1,000 picked from it", Files(*files, 50, column), options)


@dataclass(frozen=True)
class Files:
    """A pool, its quotas, how many places, and the column of the id."""

    pool: Path
    quotas: Path
    size: int
    column: str


def _compare(name: str, files: Files, options: argparse.Namespace) -> None:
    maximin, ours = _ours(files, "maximin")
    kinds = len(maximin.kinds)
    over = "" if ours < LIMIT_SECONDS else f"   OVER: at most {LIMIT_SECONDS}"
    print(
        f"{name:24} {files.size} places, {kinds:3} kinds   maximin {ours:6.2f} s   "
        f"lowest {maximin.lowest:.7f}, bound {maximin.bound - maximin.lowest:.0e} above{over}"
    )
    automatic, took = _ours(files, "automatic")
    if automatic.fairness == "leximin":
        over = "" if took < LIMIT_SECONDS else f"   OVER: at most {LIMIT_SECONDS}"
        print(f"{'':24} leximin {took:6.2f} s   lowest {automatic.lowest:.7f}{over}")
    if options.library:
        print(f"{'':24} {_beside(files, options, maximin, ours)}", flush=True)


def _ours(files: Files, fairness: Fairness) -> tuple[Lottery, float]:
    asked = quotas_from(files.quotas.read_bytes())
    people = people_from(files.pool.read_bytes(), asked, id_column=files.column)
    task = Task.of(people, asked, size=files.size, fairness=fairness)
    began = time.process_time()
    return hold_lottery(task), time.process_time() - began


def _beside(files: Files, options: argparse.Namespace, held: Lottery, ours: float) -> str:
    asked = [str(files.pool), str(files.quotas), files.column, str(files.size)]
    command = [options.library, "-c", THEIRS, *asked]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=options.seconds
        )
    except subprocess.TimeoutExpired:
        return f"library stopped after {options.seconds} s: over {options.seconds / ours:.0f} times"
    if done.returncode:
        raise SystemExit(f"The library failed:\n{done.stderr[-2000:]}")
    theirs, lowest = json.loads(done.stdout.splitlines()[-1])
    if abs(lowest - held.lowest) > SAME:
        raise SystemExit(f"The library's lowest chance is {lowest}, ours {held.lowest}.")
    return (
        f"library {theirs:6.2f} s, {theirs / ours:.0f} times ours   lowest {lowest:.7f}, the same"
    )


if __name__ == "__main__":
    main()
