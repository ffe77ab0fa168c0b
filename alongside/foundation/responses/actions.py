"""Writes to the envelope: begin, send, change, enter for somebody, withdraw.

Whoever calls these writes the answers themselves, in the same transaction. There is no history of
single responses: an event would tie an account to an answer (house, decision 6); the envelope
keeps its own times.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses import rules
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import Payload, digest_of
from alongside.foundation.responses.window import Phase, Window


@dataclass(frozen=True, slots=True)
class Receipt:
    """It counted. `is_repeat` says that it had already: the same thing was sent again."""

    response: Response
    is_repeat: bool = False


@transaction.atomic
def begin_response(
    participant: Participant,
    *,
    submission_key: UUID,
    instrument_version: str,
    window: Window,
    by: Actor,
) -> Response:
    """Open a draft for a participant; whoever has begun already goes on with what they have."""
    participant = (
        Participant.objects.unscoped(reason="locks the row that the caller just made or found")
        .select_for_update(of=("self",))
        .get(pk=participant.pk)
    )
    begun = participant.responses.exclude(state=Response.State.WITHDRAWN).first()
    if begun is not None:
        return begun
    _refuse_unless_in_time(window, {Phase.OPEN})
    _refuse_taken_key(submission_key)
    return Response.objects.create(
        place_id=participant.place_id,
        activity_id=participant.activity_id,
        participant=participant,
        group=participant.group,
        group_confirmed=participant.group_confirmed,
        resident_kind=participant.resident_kind,
        **_way_in(by),
        instrument_version=instrument_version,
        submission_key=submission_key,
    )


@transaction.atomic
def submit_response(
    response: Response,
    *,
    submission_key: UUID,
    payload: Payload,
    window: Window,
    by: Actor,
    answered_at: datetime | None = None,
) -> Receipt:
    """Send a draft. Sent twice it counts once; sent again with other content it is refused.

    `answered_at` is what the device says; a draft begun in time may arrive in the days of grace
    and is marked late.
    """
    response = lock_response(response, by=by)
    if response.submission_key != submission_key:
        raise Refusal("other_form", _("This page belongs to other answers."), status=409)
    if response.state == Response.State.SUBMITTED:
        return _receipt_again(response, payload)
    _refuse_unless_in_time(window, {Phase.OPEN, Phase.GRACE})
    response.state = Response.State.SUBMITTED
    _stamp(response, payload, window, answered_at)
    response.draft = {}
    response.save()
    return Receipt(response)


@transaction.atomic
def amend_response(response: Response, *, payload: Payload, window: Window, by: Actor) -> Response:
    """Note that what was sent has been changed by its author; the change counts at once."""
    response = lock_response(response, by=by)
    if response.state != Response.State.SUBMITTED:
        raise Refusal("not_sent", _("These answers have not been sent yet."), status=409)
    _refuse_unless_in_time(window, {Phase.OPEN})
    _stamp(response, payload, window, None)
    response.save()
    return response


@transaction.atomic
def enter_response(
    activity: Activity,
    *,
    group: str,
    submission_key: UUID,
    payload: Payload,
    instrument_version: str,
    window: Window,
    by: Actor,
    resident_kind: str = "",
    batch: str = "",
    answered_at: datetime | None = None,
) -> Receipt:
    """Enter, at one go, what somebody said in a room or on paper. Nobody's name is kept.

    Whoever enters it vouches for the group. `by.channel` says where it was said.
    """
    if not rules.can_enter_responses(by, activity.place_id):
        raise Refusal("not_allowed", _("Your role here doesn't enter answers for others."))
    known = Response.objects.in_place(activity.place).filter(activity=activity)
    if (earlier := known.filter(submission_key=submission_key).first()) is not None:
        return _receipt_again(earlier, payload)
    _refuse_unless_in_time(window, {Phase.OPEN, Phase.GRACE})
    _refuse_taken_key(submission_key)
    response = Response(
        place_id=activity.place_id,
        activity=activity,
        participant=_unnamed_participant(activity, group, resident_kind),
        state=Response.State.SUBMITTED,
        group=group,
        group_confirmed=True,
        resident_kind=resident_kind,
        **_way_in(by),
        instrument_version=instrument_version,
        submission_key=submission_key,
        batch=batch,
    )
    _stamp(response, payload, window, answered_at)
    response.save()
    return Receipt(response)


@transaction.atomic
def withdraw_response(response: Response, *, window: Window, by: Actor) -> Response:
    """Take a response back. It counts no longer; its author may begin anew while there is time."""
    response = lock_response(response, by=by)
    _refuse_unless_in_time(window, {Phase.OPEN})
    response.state = Response.State.WITHDRAWN
    response.payload_hash = ""
    response.draft = {}
    response.save(update_fields=["state", "payload_hash", "draft"])
    return response


@prepared
def _locked() -> QuerySet[Response]:
    locked = Response.objects.in_place(Given("place")).select_for_update(of=("self",))
    return locked.filter(pk=Given("pk")).select_related("participant", "place")


def lock_response(response: Response, *, by: Actor) -> Response:
    """Return the response as it is now, locked, if the actor may change it."""
    [locked] = _locked(place=response.place_id, pk=response.pk)
    if not rules.can_change_response(by, locked):
        raise Refusal("not_yours", _("These answers are not yours to change."))
    if locked.state == Response.State.WITHDRAWN:
        raise Refusal("withdrawn", _("These answers were withdrawn."), status=409)
    return locked


def _receipt_again(response: Response, payload: Payload) -> Receipt:
    if response.payload_hash != digest_of(payload):
        raise Refusal(
            "submission_conflict",
            _("Other answers were already sent from this form."),
            status=409,
            response=response,
        )
    return Receipt(response, is_repeat=True)


def _stamp(
    response: Response, payload: Payload, window: Window, answered_at: datetime | None
) -> None:
    response.payload_hash = digest_of(payload)
    response.received_at = window.now
    # A device's clock may be wrong; nothing was answered after it arrived.
    response.answered_at = min(answered_at or window.now, window.now)
    response.is_late = window.phase is Phase.GRACE


def _way_in(by: Actor) -> dict[str, str]:
    """Return through which door it came, and in what standing somebody spoke for another."""
    standing = by.on_behalf_of.value if by.on_behalf_of else ""
    return {"channel": by.channel.value, "on_behalf_of": standing}


def _refuse_unless_in_time(window: Window, phases: set[Phase]) -> None:
    if window.phase in phases:
        return
    if window.phase is Phase.NOT_YET:
        raise Refusal("not_open_yet", _("This isn't open for answers yet."), status=409)
    raise Refusal("closed", _("This has closed, so no more answers can be taken."), status=409)


def _refuse_taken_key(submission_key: UUID) -> None:
    keys = Response.objects.unscoped(reason="a key is unique everywhere")
    if keys.filter(submission_key=submission_key).exists():
        raise Refusal("key_taken", _("This page was used before. Please begin again."), status=409)


def _unnamed_participant(activity: Activity, group: str, resident_kind: str) -> Participant:
    return Participant.objects.create(
        place_id=activity.place_id,
        activity=activity,
        group=group,
        group_confirmed=True,
        resident_kind=resident_kind,
    )
