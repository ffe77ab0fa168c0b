"""How anything on a sheet is changed: round and sheet locked, judged by the database's clock.

Whatever an action writes on a sheet goes through `change_sheet`, so that nothing is written into a
closed round, into somebody else's sheet, or without the change being counted.
"""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Service
from alongside.foundation.responses.actions import amend_response, lock_response
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase, Window
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import (
    Sheet,
    passed_name,
    payload_of,
    services_of,
    sheet_of,
    window_of,
)


def lock_round(round_: Round) -> Window:
    """Return when the round takes answers, as it is now; it can't be closed meanwhile."""
    locked = (
        Round.objects.in_place(round_.place)
        .select_for_update(of=("self",), no_key=True)
        .annotate(database_clock=Now())
        .get(pk=round_.pk)
    )
    return window_of(locked, locked.database_clock)  # type: ignore[attr-defined]


@transaction.atomic
def change_sheet(
    round_: Round, response: Response, write: Callable[[Response], None], *, by: Actor
) -> Response:
    """Let `write` change a sheet; what was sent already counts as changed from this moment."""
    window = lock_round(round_)
    response = lock_response(response, by=by)
    if response.activity_id != round_.activity_id:
        raise Refusal("other_round", _("These answers belong to something else."))
    is_sent = response.state == Response.State.SUBMITTED
    if window.phase not in ({Phase.OPEN} if is_sent else {Phase.OPEN, Phase.GRACE}):
        raise Refusal("closed", _("This has closed. Nothing can be changed now."), status=409)
    write(response)
    if is_sent:
        now = payload_of(sheet_now(round_, response))
        amend_response(response, payload=now, window=window, by=by)
    return response


def sheet_now(round_: Round, response: Response) -> Sheet:
    """Return the sheet as the database has it at this moment."""
    fresh = Response.objects.in_place(round_.place).select_related("free_word")
    return sheet_of(round_, fresh.get(pk=response.pk))


def note_passed(response: Response, page: str, **at: str) -> None:
    """Note that a page which may stay empty was passed, so that its author needn't see it again."""
    if response.state != Response.State.DRAFT:
        return
    passed = {*response.draft.get("passed", ()), passed_name(page, at)}
    response.draft = {**response.draft, "passed": sorted(passed)}
    response.save(update_fields=["draft"])


def refuse_foreign(round_: Round, services: Iterable[Service]) -> None:
    """Refuse services that this round doesn't ask about, and those of another place."""
    asked = {service.pk for service in services_of(round_)}
    if not {service.pk for service in services} <= asked:
        raise Refusal("not_asked", _("This isn't one of the services asked about."), status=409)
