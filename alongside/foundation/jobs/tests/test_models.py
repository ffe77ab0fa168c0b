"""The table of transitions is what happens, and all that happens."""

import itertools

import pytest

from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import all_jobs, move
from alongside.foundation.jobs.tests.conftest import Ask


@pytest.mark.parametrize(("before", "after"), list(itertools.product(Job.State, Job.State)))
def test_a_job_moves_only_along_the_table(ask: Ask, before: Job.State, after: Job.State) -> None:
    job = ask("rename", name="Muirton")
    all_jobs().filter(pk=job.pk).update(state=before)

    assert move(all_jobs().filter(pk=job.pk), after) is (before in Job.TRANSITIONS[after])


def test_every_state_has_its_line_in_the_table() -> None:
    assert set(Job.TRANSITIONS) == set(Job.State)
    assert not any(set(sources) - set(Job.OPEN_STATES) for sources in Job.TRANSITIONS.values())
