"""What a session remembers about somebody who answers: the hat, and whom one helps."""

from django.http import HttpRequest
from django.utils import timezone

from alongside.foundation.members.models import Seat
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules.answering import can_enter_answers


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
