"""Run the benchmarks: python -m bench [disclosure] [priorities] [lotteries] [matching] [pages] [matrix] ... [room] [live]."""

import os
import subprocess
import sys

NAMES = (
    "disclosure", "priorities", "lotteries", "matching", "pages", "matrix", "search", "cases", "blog",
    "first_visit", "room", "live", "booking",
)  # fmt: skip
# Threads that wait for each other on busy cores would be measured instead, as in a server's process.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def main(chosen: list[str]) -> int:
    """Run each in a process of its own, one after the other, so that none slows another."""
    if unknown := set(chosen) - set(NAMES):
        print(f"No such benchmark: {', '.join(sorted(unknown))}. There are {', '.join(NAMES)}.")
        return 2
    codes = []
    for name in chosen or NAMES:
        print(f"\n== {name} ==", flush=True)
        command = [sys.executable, "-m", f"bench.{name}"]
        codes.append(subprocess.run(command, check=False, env=os.environ | ONE_THREAD).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
