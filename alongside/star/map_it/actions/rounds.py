"""Writes to rounds: prepare, open, extend, close."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Notice
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.places.admission import refuse_unless_admitted
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.vocabulary import words_of
from alongside.star.map_it.models import Asked, Round, RoundService
from alongside.star.map_it.notices import notice_for
from alongside.star.map_it.rules import rounds as rules

NOT_ALLOWED = _("Only the programme lead can do this.")

KIND = "explorer_round"
INSTRUMENT = "explorer-1"
# Addresses beside those of the maps themselves; a test compares them with `urls`.
RESERVED_SLUGS = frozenset({"new", "earlier-surveys"})


@transaction.atomic
def prepare_round(
    place: Place,
    *,
    title: str,
    opens_at: datetime,
    closes_at: datetime,
    services: Iterable[Service],
    by: Actor,
    mode: str = Round.Mode.CONFIDENTIAL,
    minimum: int = 5,
    asked: Mapping[str, tuple[int, bool]] | None = None,
    is_provisional: bool = False,
    **told: str,
) -> Round:
    """Prepare a map: its dates, services, mode and who is asked. Nobody can answer yet.

    `asked` gives for each group how many people are asked, and whether that is everyone; `told`
    holds what people are told (`who_decides`, `what_can_change`).
    """
    if not (place.is_writable and by.may("round.edit", place.pk)):
        raise Refusal("not_allowed", _("Only the programme lead can prepare this."))
    notice = notice_for(place, mode=mode, minimum=minimum, words=words_of(place))
    round_ = Round.objects.create(
        place=place,
        activity=_activity(place, notice, title=title, **told),
        slug=_free_slug(place, title),
        title=title,
        instrument_version=INSTRUMENT,
        mode=mode,
        minimum=minimum,
        opens_at=opens_at,
        closes_at=closes_at,
        is_provisional=is_provisional,
    )
    _set_services(round_, services)
    _set_asked(round_, asked or {})
    record_event("prepare_round", round_, by=by, place_id=place.pk)
    return round_


def _activity(place: Place, notice: Notice, *, title: str, **told: str) -> Activity:
    purpose = _("See what people and services already do together, and what could be tried")
    return Activity.objects.create(
        place=place, kind=KIND, title=title, purpose=str(purpose), notice=notice, **told
    )


def _free_slug(place: Place, title: str) -> str:
    base = slugify(title)[:50] or "map"
    taken = RESERVED_SLUGS | set(Round.objects.in_place(place).values_list("slug", flat=True))
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


def _set_services(round_: Round, services: Iterable[Service]) -> None:
    chosen = list(services)
    if not chosen:
        raise Refusal("no_services", _("Pick at least one service."), status=409)
    round_.round_services.all().delete()
    RoundService.objects.bulk_create(
        RoundService(place_id=round_.place_id, round=round_, service=service) for service in chosen
    )


def _set_asked(round_: Round, asked: Mapping[str, tuple[int, bool]]) -> None:
    round_.asked.all().delete()
    Asked.objects.bulk_create(
        Asked(
            place_id=round_.place_id,
            round=round_,
            group=group,
            people_count=people,
            is_everyone=everyone,
        )
        for group, (people, everyone) in asked.items()
        if people
    )


@transaction.atomic
def ask_groups(round_: Round, *, asked: Mapping[str, tuple[int, bool]], by: Actor) -> None:
    """Note how many people of each group are asked; may be mended until the round closes."""
    refuse_unless(
        rules.can_edit_round(by, round_) and round_.state != Round.State.CLOSED, NOT_ALLOWED
    )
    _set_asked(round_, asked)
    record_event("ask_groups", round_, by=by, place_id=round_.place_id)


@transaction.atomic
def offer_help(activity: Activity, *, by: Actor, note: str = "", **offered: str) -> None:
    """Say which forms of help with taking part are ready, on request, or not offered."""
    refuse_unless(by.may("round.edit", activity.place_id), NOT_ALLOWED)
    fields = [name for name in Activity.HELP_FIELDS if name in offered]
    for name in fields:
        setattr(activity, name, offered[name])
    activity.help_note = note
    activity.save(update_fields=[*fields, "help_note"])
    record_event("offer_help", activity, by=by, place_id=activity.place_id, fields=fields)


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
    return _move(round_, "open", by=by)


@transaction.atomic
def extend_round(round_: Round, *, closes_at: datetime, by: Actor) -> Round:
    """Give people more time; never less, since a date was promised."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if closes_at <= round_.closes_at:
        raise Refusal("not_later", _("Choose a day after the one that was announced."), status=409)
    round_.closes_at = closes_at
    return _move(round_, "extend", by=by, fields={"closes_at"})


@transaction.atomic
def close_round(round_: Round, *, by: Actor) -> Round:
    """Close a map and have its Star drawn. What was begun and not sent stays a draft."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    _move(round_, "close", by=by)
    enqueue_draw(round_, by=by)
    return round_


@transaction.atomic
def reopen_round(round_: Round, *, closes_at: datetime, by: Actor) -> Round:
    """Open a closed map again until a new day; its earlier results stay, and bind later ones."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if closes_at <= timezone.now():
        raise Refusal(
            "closes_in_the_past", _("Choose a closing day that is still to come."), status=409
        )
    round_.closes_at = closes_at
    return _move(round_, "reopen", by=by, fields={"closes_at"})


@transaction.atomic
def ask_for_star(round_: Round, *, by: Actor) -> None:
    """Have the Star drawn from the answers that are there."""
    if not rules.can_draw_star(by, round_):
        raise Refusal("not_closed", _("The Star is drawn when the map has closed."), status=409)
    enqueue_draw(round_, by=by)


def enqueue_draw(round_: Round, *, by: Actor) -> None:
    """Ask for the drawing; asked twice while one waits, it is done once."""
    enqueue_job(
        "map_it.draw_star",
        place=round_.place,
        key=f"draw_star:{round_.pk}",
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
