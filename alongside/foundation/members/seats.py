"""Guests' seats: how somebody without an account takes part in one activity and comes back.

A seat's cookie opens that seat only; the three words bring it back on another device. Both are
kept as keyed hashes. A signed-in person who also holds a seat acts as the person.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import DateTimeField, QuerySet
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code, new_token, new_words
from alongside.foundation.members.models import Seat
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared

COOKIE = "seat"
LIFETIME = timedelta(days=60)


def take_seat(
    place: Place,
    *,
    activity_id: int,
    group: str,
    group_confirmed: bool,
    until: datetime | None = None,
    cookie: str = "",
) -> tuple[Seat, str, str]:
    """Make a seat; return it with its cookie's value and its three words, both shown only now.

    `until` is for what lies further away than a seat usually lasts. `cookie` is for a form that
    carried its value already, so that the same form sent twice finds the same seat.
    """
    cookie, words = cookie or new_token(), _free_words()
    seat = Seat.objects.create(
        place=place,
        activity_id=activity_id,
        group=group,
        group_confirmed=group_confirmed,
        cookie_hash=hash_code(CodeKind.SEAT, cookie),
        return_hash=hash_code(CodeKind.RETURN, words),
        expires_at=max(timezone.now() + LIFETIME, until or timezone.now()),
    )
    return seat, cookie, words


def _free_words() -> str:
    while True:
        words = new_words()
        taken = Seat.objects.unscoped(reason="words are unique everywhere").filter(
            return_hash=hash_code(CodeKind.RETURN, words)
        )
        if not taken.exists():
            return words


def seat_of_cookies(cookies: Mapping[str, str]) -> Seat | None:
    """Return the living seat that the device's cookie opens."""
    return seat_of_cookie(cookies.get(COOKIE, ""))


def seat_of_cookie(code: str) -> Seat | None:
    """Return the living seat that a cookie's value opens."""
    if not code:
        return None
    return _seat_of_cookie.first(secret=hash_code(CodeKind.SEAT, code), now=timezone.now())


def seat_of_words(words: str) -> Seat | None:
    """Return the living seat that the three words bring back."""
    if not words.strip():
        return None
    return _seat_of_words.first(secret=hash_code(CodeKind.RETURN, words), now=timezone.now())


def _living() -> QuerySet[Seat]:
    seats = Seat.objects.unscoped(reason="the secret itself says which place")
    return seats.filter(expires_at__gt=Given("now", DateTimeField())).select_related("place")


@prepared
def _seat_of_cookie() -> QuerySet[Seat]:
    """Guests are known by it on every page."""
    return _living().filter(cookie_hash=Given("secret"))[:1]


@prepared
def _seat_of_words() -> QuerySet[Seat]:
    return _living().filter(return_hash=Given("secret"))[:1]


def renew_words(seat: Seat) -> str:
    """Give a seat new words, to be shown once; the ones before them no longer open it."""
    words = _free_words()
    seat.return_hash = hash_code(CodeKind.RETURN, words)
    seat.save(update_fields=["return_hash"])
    return words


def renew_cookie(seat: Seat) -> str:
    """Give a seat a new cookie; whatever device held the one before is let go."""
    cookie = new_token()
    seat.cookie_hash = hash_code(CodeKind.SEAT, cookie)
    seat.save(update_fields=["cookie_hash"])
    return cookie
