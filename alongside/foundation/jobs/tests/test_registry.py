"""Every registered name leads to a function."""

import inspect

from alongside.foundation.jobs.registry import SWEEPS, WORK, sweep_named, work_named


def test_work_resolves_and_takes_a_context() -> None:
    for name in WORK:
        first = next(iter(inspect.signature(work_named(name)).parameters))
        assert first == "context", name


def test_a_sweep_resolves_and_needs_nothing() -> None:
    for name in SWEEPS:
        assert not inspect.signature(sweep_named(name)).parameters, name
