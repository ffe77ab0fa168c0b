"""Run the benchmarks: python -m bench [pages] [disclosure] [first_visit]."""

import subprocess
import sys

NAMES = ("disclosure", "pages", "first_visit")


def main(chosen: list[str]) -> int:
    """Run each in a process of its own, one after the other, so that none slows another."""
    if unknown := set(chosen) - set(NAMES):
        print(f"No such benchmark: {', '.join(sorted(unknown))}. There are {', '.join(NAMES)}.")
        return 2
    codes = []
    for name in chosen or NAMES:
        print(f"\n== {name} ==", flush=True)
        codes.append(
            subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode
        )
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
