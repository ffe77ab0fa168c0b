"""Writes about tablets that are passed round a room: open one, close one, give the next a seat."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import CodeKind, hash_code, new_token
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import ANONYMOUS, Actor, Channel
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Seat
from alongside.star.map_it.actions.room import begun_seat, refuse_unless_may_enter
from alongside.star.map_it.models import Round, Tablet

HOURS = 8


@transaction.atomic
def open_tablet(round_: Round, *, group: str, by: Actor) -> tuple[Tablet, str]:
    """Open a tablet for one group; return it with the code that the device keeps.

    Whoever opens it vouches that everybody who uses it belongs to the group.
    """
    refuse_unless_may_enter(round_, by)
    # Two facilitators may open one at once: the second waits, and gets the next number.
    Round.objects.in_place(round_.place).locked(round_)
    tablets = Tablet.objects.in_place(round_.place).filter(round=round_)
    code = new_token()
    tablet = Tablet.objects.create(
        place_id=round_.place_id,
        round=round_,
        number=(tablets.aggregate(last=Max("number"))["last"] or 0) + 1,
        group=group,
        code_hash=hash_code(CodeKind.TABLET, code),
        opened_by_id=by.persons.get(round_.place_id),
        expires_at=timezone.now() + timedelta(hours=HOURS),
    )
    by = by.through(Channel.ROOM)
    record_event("open_tablet", tablet, by=by, place_id=round_.place_id)
    return tablet, code


@transaction.atomic
def close_tablet(tablet: Tablet, *, by: Actor) -> None:
    """Close a tablet, wherever it lies: it gives no more seats. What was sent on it stands."""
    refuse_unless_may_enter(tablet.round, by)
    _close(tablet, by)


@transaction.atomic
def finish_with_tablet(tablet: Tablet) -> None:
    """Close the tablet in one's hand; nobody is signed in on it, so nobody is named."""
    _close(tablet, ANONYMOUS)


def _close(tablet: Tablet, by: Actor) -> None:
    if not tablet.is_open:
        return
    tablet.closed_at = timezone.now()
    tablet.save(update_fields=["closed_at"])
    by, fields = by.through(Channel.ROOM), {"closed_at"}
    record_event("close_tablet", tablet, by=by, place_id=tablet.place_id, fields=fields)


@transaction.atomic
def seat_at_tablet(tablet: Tablet) -> tuple[Seat, str]:
    """Give the next person a seat of their own, already begun; the cookie opens it."""
    held = Tablet.objects.in_place(tablet.place).select_for_update(of=("self",))
    if not held.open().filter(pk=tablet.pk).exists():
        raise Refusal("tablet_closed", _("This tablet was closed."), status=409)
    return begun_seat(tablet.round, tablet.group, Channel.ROOM, None)
