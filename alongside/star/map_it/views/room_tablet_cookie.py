"""What a tablet that is passed round holds: a code that gives people seats, and nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.star.map_it.actions.tablets import HOURS
from alongside.star.map_it.models import Round, Tablet

COOKIE = "tablet"


def keep_code(response: HttpResponse, code: str) -> None:
    """Let this device give seats, for today."""
    response.set_cookie(
        COOKIE,
        code,
        max_age=HOURS * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def tablet_of(request: HttpRequest, round_: Round) -> Tablet | None:
    """Return the tablet of this round that this device is, or was until it was closed."""
    code = request.COOKIES.get(COOKIE, "")
    if not code:
        return None
    tablets = Tablet.objects.in_place(round_.place).filter(round=round_)
    found = tablets.filter(code_hash=hash_code(CodeKind.TABLET, code)).first()
    if found is not None:
        found.round, found.place = round_, round_.place
    return found


def is_on_tablet(request: HttpRequest, round_: Round) -> bool:
    """Whether this is a device that is passed round, so that the next person waits for it."""
    return tablet_of(request, round_) is not None


def forget_code(response: HttpResponse) -> None:
    """Make it an ordinary device again."""
    response.delete_cookie(COOKIE)
