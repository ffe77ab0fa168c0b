from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.accounts.limits import Limit, count_towards, is_reached
from alongside.foundation.accounts.models import Tally

pytestmark = pytest.mark.django_db

TWICE = Limit("hello", 2, timedelta(hours=1))


def test_a_limit_is_reached_when_it_is_used_up() -> None:
    count_towards(TWICE, "ann")
    assert not is_reached(TWICE, "ann")
    count_towards(TWICE, "ann")
    assert is_reached(TWICE, "ann")


def test_what_one_uses_up_is_not_taken_from_another() -> None:
    for _ in range(5):
        count_towards(TWICE, "ann")
    assert not is_reached(TWICE, "bo")


def test_two_limits_do_not_mix() -> None:
    for _ in range(5):
        count_towards(TWICE, "ann")
    assert not is_reached(Limit("goodbye", 2, timedelta(hours=1)), "ann")


def test_when_the_time_is_over_it_begins_again() -> None:
    for _ in range(2):
        count_towards(TWICE, "ann")
    Tally.objects.update(at=timezone.now() - timedelta(hours=2))
    assert not is_reached(TWICE, "ann")


def test_a_tally_names_nobody() -> None:
    count_towards(TWICE, "ann@example.org")
    assert "ann" not in Tally.objects.get().key_hash
