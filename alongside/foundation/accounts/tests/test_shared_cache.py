"""The cache that every process shares."""

from datetime import timedelta

import pytest
from django.core.cache import cache, caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.models import Remembered
from alongside.foundation.accounts.shared_cache import SharedCache
from alongside.foundation.consent.actions.forgetting import forget_what_is_due

pytestmark = pytest.mark.django_db


def another_process() -> SharedCache:
    return SharedCache("", {})


def time_passes() -> None:
    Remembered.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def test_what_one_process_keeps_another_finds() -> None:
    cache.set("tries", [1.5, 0.5], 60)
    assert another_process().get("tries") == [1.5, 0.5]
    another_process().set("tries", [2.5], 60)
    assert cache.get("tries") == [2.5]
    another_process().delete("tries")
    assert cache.get("tries", "none") == "none"


def test_only_the_first_adds() -> None:
    assert cache.add("lock", True, 10)
    assert not another_process().add("lock", True, 10)
    time_passes()
    assert another_process().add("lock", True, 10)


def test_what_has_run_out_is_not_there_and_then_deleted() -> None:
    cache.set("code", "y", 30)
    assert cache.touch("code", 60)
    time_passes()
    assert cache.get("code") is None
    assert not cache.touch("code")
    forget_what_is_due()
    assert not Remembered.objects.exists()


def test_without_a_time_it_stays() -> None:
    cache.set("kept", 1, None)
    assert Remembered.objects.get().expires_at > timezone.now() + timedelta(days=300)


def test_no_address_stands_in_the_database() -> None:
    cache.set("rl:ip:192.0.2.7", [1], 60)
    assert "192.0.2" not in Remembered.objects.get().key_hash


def test_tries_at_a_password_are_counted_where_everybody_sees_them() -> None:
    open_account("ann@example.org", password="correct horse battery")
    wrong = {"login": "ann@example.org", "password": "wrong"}
    for _ in range(5):
        Client().post(reverse("account_login"), wrong)
    assert Remembered.objects.exists()
    right = {**wrong, "password": "correct horse battery"}
    page = Client().post(reverse("account_login"), right)
    assert page.status_code == 200
    assert "Too many" in page.content.decode()


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/strathmuir/", "/me/"])
def test_reading_a_page_asks_this_cache_nothing(
    client: Client, world: object, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def asked(*_given: object, **_named: object) -> None:
        raise AssertionError

    monkeypatch.setattr(SharedCache, "get", asked)
    monkeypatch.setattr(SharedCache, "add", asked)
    assert client.get(path).status_code == 200


def test_what_pages_keep_is_elsewhere() -> None:
    assert not isinstance(caches["template_fragments"], SharedCache)
