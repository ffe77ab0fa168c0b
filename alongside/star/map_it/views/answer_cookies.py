"""What a device remembers about somebody who answers: the seat, the hat, whom one helps."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import COOKIE, LIFETIME
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules.answering import can_enter_answers

WORDS_COOKIE = "words"
WORDS_SALT = "answer.words"


def keep_seat(
    request: HttpRequest, response: HttpResponse, cookie: str, *, until_closed: bool = False
) -> None:
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
        max_age=600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_words(response: HttpResponse) -> None:
    """Words are shown once."""
    response.delete_cookie(WORDS_COOKIE)


def words_handed_over(request: HttpRequest) -> str:
    """Return the words that came over the redirect, if any."""
    return request.get_signed_cookie(WORDS_COOKIE, default="", salt=WORDS_SALT, max_age=600) or ""


def wear_hat(request: HttpRequest, round_: Round, group: str) -> None:
    """Remember in which of several groups a member answers now."""
    request.session[f"hat-{round_.pk}"] = group


def worn_hat(request: HttpRequest, round_: Round) -> str | None:
    """Return the group in which a member answers now; nothing when they never chose."""
    if not request.user.is_authenticated:
        return None
    return request.session.get(f"hat-{round_.pk}")


def help_seat(request: HttpRequest, round_: Round, seat: Seat | None) -> None:
    """Remember for whom a facilitator is filling in; nobody, when they are done."""
    request.session[f"helping-{round_.pk}"] = seat.pk if seat else None


def helped_seat(request: HttpRequest, round_: Round) -> Seat | None:
    """Return the seat of the person for whom a facilitator is filling in."""
    actor = request.actor  # type: ignore[attr-defined]
    if not request.user.is_authenticated or not can_enter_answers(actor, round_):
        return None
    pk = request.session.get(f"helping-{round_.pk}")
    if pk is None:
        return None
    seats = Seat.objects.in_place(round_.place).filter(activity_id=round_.activity_id)
    return seats.filter(pk=pk, expires_at__gt=timezone.now()).select_related("place").first()
