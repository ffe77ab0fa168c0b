"""What a guest's device remembers: the seat, and for one page the three words that bring it back."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.members.seats import COOKIE, LIFETIME

WORDS_COOKIE = "words"
WORDS_SALT = "answer.words"
TEN_MINUTES = 600


def keep_seat(response: HttpResponse, cookie: str, *, until_closed: bool = False) -> None:
    """Let the device hold a seat: for weeks, or on a shared one until its browser is closed."""
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=None if until_closed else LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def let_go(response: HttpResponse) -> None:
    """Let the device forget the seat and its words."""
    response.delete_cookie(COOKIE)
    forget_words(response)


def hand_over_words(response: HttpResponse, words: str) -> None:
    """Carry the three words over one redirect, to be shown once."""
    response.set_signed_cookie(
        WORDS_COOKIE,
        words,
        salt=WORDS_SALT,
        max_age=TEN_MINUTES,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_words(response: HttpResponse) -> None:
    """Words are shown once."""
    response.delete_cookie(WORDS_COOKIE)


def words_handed_over(request: HttpRequest) -> str:
    """Return the words that came over the redirect, if any."""
    held = request.get_signed_cookie(WORDS_COOKIE, default="", salt=WORDS_SALT, max_age=TEN_MINUTES)
    return held or ""
