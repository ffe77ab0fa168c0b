"""How times, lags and keys are told at the end of a room."""

import statistics
from collections import Counter


def lags(moments: list[float], shown: list[tuple[float, int]]) -> list[float]:
    """For the first so many of these moments: how long until the screen counted so many."""
    found = []
    for count, moment in enumerate(sorted(moments), start=1):
        at = next((at for at, counted in shown if counted >= count), None)
        found.append(float("inf") if at is None else max(0.0, at - moment))
    return found


def compared(acknowledged: list[str], kept: list[str]) -> tuple[int, int]:
    """How many acknowledged ratings aren't there; how many are there that shouldn't be."""
    told, there = Counter(acknowledged), Counter(kept)
    return (told - there).total(), (there - told).total()


def p99(times: list[float]) -> float:
    ordered = sorted(times) or [float("inf")]
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def spread(times: list[float]) -> str:
    if len(times) < 2:
        return "too few"
    ordered = sorted(times)
    return (
        f"p50 {statistics.median(ordered) * 1000:>6.0f} ms   p95 "
        f"{ordered[int(len(ordered) * 0.95)] * 1000:>6.0f} ms   p99 {p99(ordered) * 1000:>6.0f} ms"
    )
