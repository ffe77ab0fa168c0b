"""Writes to rounds that run: open, extend, close, open again, draw."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.places.admission import refuse_unless_admitted
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules import rounds as rules
from alongside.star.map_it.rules.rounds import NOT_ALLOWED


@transaction.atomic
def open_round(round_: Round, *, by: Actor) -> Round:
    """Open a map for answers. From now on its mode, services and questions stay as they are."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    refuse_unless_admitted(round_.place)
    if not round_.activity.help_is_answered:
        raise Refusal(
            "help_unanswered",
            _("Say first which help with taking part is ready, on request, or not offered."),
            status=409,
        )
    if round_.closes_at <= timezone.now():
        raise Refusal(
            "closes_in_the_past", _("Choose a closing day that is still to come."), status=409
        )
    # Reminders and the order of maps count from here, not from the day of preparation.
    round_.opens_at = max(round_.opens_at, timezone.now())
    return _move(round_, "open", by=by, fields={"opens_at"})


@transaction.atomic
def extend_round(round_: Round, *, closes_at: datetime, because: str, by: Actor) -> Round:
    """Give people more time and say why; never less, since a date was promised."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if closes_at <= round_.closes_at:
        raise Refusal("not_later", _("Choose a day after the one that was announced."), status=409)
    return _with_more_time(round_, "extend", closes_at, because, by=by)


@transaction.atomic
def close_round(round_: Round, *, by: Actor) -> Round:
    """Close a map and have its Star drawn. What was begun and not sent stays a draft."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    _move(round_, "close", by=by)
    enqueue_draw(round_, by=by)
    return round_


@transaction.atomic
def reopen_round(round_: Round, *, closes_at: datetime, because: str, by: Actor) -> Round:
    """Open a closed map again until a new day; its earlier results stay, and bind later ones."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if closes_at <= timezone.now():
        raise Refusal(
            "closes_in_the_past", _("Choose a closing day that is still to come."), status=409
        )
    return _with_more_time(round_, "reopen", closes_at, because, by=by)


def _with_more_time(
    round_: Round, verb: str, closes_at: datetime, because: str, *, by: Actor
) -> Round:
    if not because.strip():
        raise Refusal("no_reason", _("Say why people get more time."), status=409)
    round_.first_closes_at = round_.first_closes_at or round_.closes_at
    round_.closes_at, round_.more_time_because = (
        closes_at,
        " ".join(because.split()).rstrip(".")[:200],
    )
    fields = {"closes_at", "first_closes_at", "more_time_because"}
    return _move(round_, verb, by=by, fields=fields)


@transaction.atomic
def ask_for_star(round_: Round, *, by: Actor) -> None:
    """Have the Star drawn from the answers that are there."""
    if not rules.can_draw_star(by, round_):
        raise Refusal("not_closed", _("The Star is drawn when the map has closed."), status=409)
    enqueue_draw(round_, by=by)


def draw_key(round_: Round) -> str:
    """Return the key under which drawings of a map are one job at a time."""
    return f"draw_star:{round_.pk}"


def enqueue_draw(round_: Round, *, by: Actor) -> None:
    """Ask for the drawing; asked twice while one waits, it is done once."""
    enqueue_job(
        "map_it.draw_star",
        place=round_.place,
        key=draw_key(round_),
        arguments={"round_id": round_.pk},
        by=by,
    )


def close_rounds_that_are_over(*, by: Actor) -> int:
    """Close every open map whose day and grace are over; sweeps state, so it can run at any time."""
    over = Round.objects.unscoped(reason="a sweep over all places").filter(
        state=Round.State.OPEN, closes_at__lte=timezone.now()
    )
    closed = 0
    for round_ in over.select_related("place"):
        if timezone.now() >= round_.closes_at + timedelta(hours=round_.grace_hours):
            close_round(round_, by=by)
            closed += 1
    return closed


def _move(round_: Round, verb: str, *, by: Actor, fields: Iterable[str] = ()) -> Round:
    following = rules.follows(round_, verb)
    if following is None:
        raise Refusal(
            "wrong_state",
            _("This can't be done now: the map is %(state)s.")
            % {"state": round_.get_state_display()},
            status=409,
        )
    round_.state = following
    round_.save(update_fields=["state", *fields])
    _date_activity(round_)
    record_event(f"{verb}_round", round_, by=by, place_id=round_.place_id, fields=fields)
    return round_


def _date_activity(round_: Round) -> None:
    """Let the activity say since when people can take part, and since when no longer."""
    activity, now = round_.activity, timezone.now()
    activity.opened_at = activity.opened_at or now
    activity.ended_at = now if round_.state == Round.State.CLOSED else None
    activity.save(update_fields=["opened_at", "ended_at"])
