"""What a tablet that is passed round holds: the right to give people seats, and nothing else."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from alongside.star.map_it.models import Round

COOKIE = "tablet"
SALT = "answer.tablet"
HOURS = 8


def make_tablet(response: HttpResponse, round_: Round, group: str) -> None:
    """Let this device give seats to people of one group, in one round, for today."""
    response.set_cookie(
        COOKIE,
        signing.dumps([round_.pk, group], salt=SALT),
        max_age=HOURS * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def tablet_group(request: HttpRequest, round_: Round) -> str | None:
    """Return for which group this device may give seats in this round."""
    try:
        pk, group = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=HOURS * 60 * 60
        )
    except signing.BadSignature:
        return None
    return group if pk == round_.pk else None


def is_on_tablet(request: HttpRequest, round_: Round) -> bool:
    """Whether this is a device that is passed round, so that the next person waits for it."""
    return tablet_group(request, round_) is not None


def end_tablet(response: HttpResponse) -> None:
    """Make it an ordinary device again."""
    response.delete_cookie(COOKIE)
