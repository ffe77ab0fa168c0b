"""Registers the tests' work, and asks for it."""

from collections.abc import Callable
from typing import Any

import pytest

from alongside.foundation.jobs import registry
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.jobs.models import Job
from tests.people import World

WORK = (
    "rename",
    "rename_at_the_end",
    "refuse",
    "break_down",
    "be_cancelled_halfway",
    "be_cancelled_before_the_end",
    "be_given_to_another",
)
type Ask = Callable[..., Job]


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WORK:
        monkeypatch.setitem(registry.WORK, name, f"alongside.foundation.jobs.tests.work.{name}")


@pytest.fixture
def ask(world: World, registered: None) -> Ask:
    """Cara asks for work in Strathmuir."""

    def enqueue(name: str, /, key: str = "one", **arguments: Any) -> Job:
        return enqueue_job(
            name, place=world.strathmuir, key=key, arguments=arguments, by=world.cara.actor
        )

    return enqueue
