from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.accounts import attempts
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.models import FailedAttempt

pytestmark = pytest.mark.django_db


def fail(times: int, network: str = "192.0.2.7", kind: CodeKind = CodeKind.RETURN) -> None:
    for _ in range(times):
        attempts.record_failure(kind, network)


def test_a_network_that_guesses_too_often_must_wait() -> None:
    fail(attempts.LIMIT_PER_NETWORK - 1)
    assert not attempts.attempts_exhausted(CodeKind.RETURN, "192.0.2.7")
    fail(1)
    assert attempts.attempts_exhausted(CodeKind.RETURN, "192.0.2.7")


def test_guessing_on_one_network_does_not_stop_another() -> None:
    fail(attempts.LIMIT_PER_NETWORK)
    assert not attempts.attempts_exhausted(CodeKind.RETURN, "198.51.100.1")
    assert not attempts.attempts_exhausted(CodeKind.OPEN_LINK, "192.0.2.7")


def test_failures_are_forgotten_after_an_hour_and_hold_no_address() -> None:
    fail(1)
    assert "192.0.2.7" not in FailedAttempt.objects.get().key_hash
    FailedAttempt.objects.update(at=timezone.now() - timedelta(hours=2))
    fail(1)
    assert FailedAttempt.objects.count() == 1
