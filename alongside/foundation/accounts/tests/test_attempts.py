import pytest
from django.utils import timezone

from alongside.foundation.accounts import attempts
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.models import Tally

pytestmark = pytest.mark.django_db

WORDS = CodeKind.RETURN


def fail(times: int, network: str = "192.0.2.7", kind: CodeKind = WORDS) -> None:
    for _ in range(times):
        attempts.record_failure(kind, network)


def fail_everywhere() -> None:
    """Somebody guesses from a thousand networks, once from each."""
    networks = [f"10.{n // 250}.{n % 250}.1" for n in range(attempts.MANY_IN_ALL)]
    hashes = [attempts.hash_code(WORDS, network) for network in networks]
    Tally.objects.bulk_create(Tally(kind=WORDS.value, key_hash=key) for key in hashes)


def test_a_network_that_guesses_too_often_must_wait() -> None:
    fail(attempts.LIMIT_PER_NETWORK - 1)
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.7")
    fail(1)
    assert attempts.attempts_exhausted(WORDS, "192.0.2.7")


def test_guessing_on_one_network_does_not_stop_another() -> None:
    fail(attempts.LIMIT_PER_NETWORK)
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.8")
    assert not attempts.attempts_exhausted(CodeKind.OPEN_LINK, "192.0.2.7")


def test_after_a_quarter_of_an_hour_it_may_try_again() -> None:
    fail(attempts.LIMIT_PER_NETWORK)
    Tally.objects.update(at=timezone.now() - attempts.WINDOW)
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.7")


def test_one_owner_of_many_addresses_counts_as_one() -> None:
    for household in range(attempts.LIMIT_PER_WIDER_NETWORK // 20):
        fail(20, network=f"2001:db8:1:{household:x}::/64")
    assert attempts.attempts_exhausted(WORDS, "2001:db8:1:ffff::/64")
    assert not attempts.attempts_exhausted(WORDS, "2001:db8:2::/64")


def test_guessing_from_everywhere_shuts_no_door_on_those_who_do_not_guess() -> None:
    fail_everywhere()
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.7")
    fail(attempts.STRICT_PER_NETWORK - 1)
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.7")


def test_guessing_from_everywhere_leaves_each_network_fewer_tries() -> None:
    fail(attempts.STRICT_PER_NETWORK)
    assert not attempts.attempts_exhausted(WORDS, "192.0.2.7")
    fail_everywhere()
    assert attempts.attempts_exhausted(WORDS, "192.0.2.7")


def test_a_failure_holds_no_address() -> None:
    fail(1)
    assert not any("192.0.2" in tally.key_hash for tally in Tally.objects.all())


def test_a_hall_behind_one_address_may_mistype_more_often() -> None:
    fail(attempts.LIMIT_FOR_ROOMS - 1, kind=CodeKind.ROOM)
    assert not attempts.attempts_exhausted(CodeKind.ROOM, "192.0.2.7")
    fail(1, kind=CodeKind.ROOM)
    assert attempts.attempts_exhausted(CodeKind.ROOM, "192.0.2.7")
