"""Sessions: found while they live, and only then."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.accounts.sessions import SessionStore

pytestmark = pytest.mark.django_db


def kept() -> SessionStore:
    session = SessionStore()
    session["seen"] = "yes"
    session.save()
    return session


def test_a_session_is_read_in_one_query(django_assert_num_queries: Any) -> None:
    key = kept().session_key
    with django_assert_num_queries(1):
        assert SessionStore(key)["seen"] == "yes"


def test_what_has_ended_or_was_never_given_is_empty() -> None:
    key = kept().session_key
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))
    for code in (key, "x" * 32):
        session = SessionStore(code)
        assert "seen" not in session
        assert session.session_key is None


def test_a_session_that_was_ended_here_is_not_read_again() -> None:
    session = kept()
    key = session.session_key
    session.flush()
    assert "seen" not in SessionStore(key)


def test_the_account_behind_a_session_is_the_one_it_was() -> None:
    ann = User.objects.create_user("ann@example.org")
    assert User.objects.get(pk=ann.pk) == ann
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert not User.objects.get(pk=ann.pk).is_active
    with pytest.raises(User.DoesNotExist):
        User.objects.get(pk=ann.pk + 1)
