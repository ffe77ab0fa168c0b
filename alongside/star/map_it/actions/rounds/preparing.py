"""Writes before a map opens: prepare it, change everything about it, or discard it.

Once it is open, only what was promised to nobody may be mended: how many are asked, and what help
with taking part there is.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Notice
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.actions import withdraw_invitation
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.slugs import first_free
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import AgreedPosition, Asked, Round, RoundService
from alongside.star.map_it.notices import notice_for
from alongside.star.map_it.rules import rounds as rules
from alongside.star.map_it.rules.rounds import NOT_ALLOWED

KIND = "explorer_round"
INSTRUMENT = "explorer-1"
# Addresses beside those of the maps themselves; a test compares them with `urls`.
RESERVED_SLUGS = frozenset({"new", "earlier-surveys"})

Groups = Mapping[str, tuple[int, bool]]


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
    asked: Groups | None = None,
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


def _free_slug(place: Place, title: str, *, besides: Round | None = None) -> str:
    base = slugify(title)[:50] or "map"
    rounds = Round.objects.in_place(place)
    others = rounds.exclude(pk=besides.pk) if besides else rounds
    taken = RESERVED_SLUGS | set(others.values_list("slug", flat=True))
    return first_free(base, taken)


def _set_services(round_: Round, services: Iterable[Service]) -> None:
    chosen = list(services)
    if not chosen:
        raise Refusal("no_services", _("Pick at least one service."), status=409)
    round_.round_services.all().delete()
    RoundService.objects.bulk_create(
        RoundService(place_id=round_.place_id, round=round_, service=service) for service in chosen
    )


def _set_asked(round_: Round, asked: Groups) -> None:
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
def edit_round(
    round_: Round,
    *,
    title: str,
    closes_at: datetime,
    services: Iterable[Service],
    mode: str,
    asked: Groups,
    by: Actor,
    **told: str,
) -> Round:
    """Change a map that is still being prepared. A new title also gives it a new address."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if rules.follows(round_, "edit") is None:
        raise Refusal(
            "wrong_state",
            _("People were told what this asks about and who reads it: that stays as it is."),
            status=409,
        )
    changed = _changed(round_, {"title": title, "closes_at": closes_at, "mode": mode})
    if "title" in changed:
        round_.slug = _free_slug(round_.place, title, besides=round_)
    round_.save(update_fields=[*changed, "slug"])
    notice = notice_for(
        round_.place, mode=mode, minimum=round_.minimum, words=words_of(round_.place)
    )
    retold = _changed(round_.activity, {"title": title, "notice": notice, **told})
    round_.activity.save(update_fields=retold)
    _set_services(round_, services)
    _set_asked(round_, asked)
    fields = {*changed, *retold, "services", "asked"}
    record_event("edit_round", round_, by=by, place_id=round_.place_id, fields=fields)
    return round_


def _changed(thing: Round | Activity, values: Mapping[str, object]) -> list[str]:
    """Set what differs, and return its names."""
    changed = [name for name, value in values.items() if getattr(thing, name) != value]
    for name in changed:
        setattr(thing, name, values[name])
    return changed


@transaction.atomic
def discard_round(round_: Round, *, by: Actor) -> None:
    """Discard a map that nobody has answered. Nothing of it is left but its history."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if has_answers(round_):
        raise Refusal(
            "answered",
            _("Somebody has answered already. What people said is never thrown away with a map."),
            status=409,
            next_step=_("Close it instead."),
        )
    if rules.follows(round_, "discard") is None:
        raise Refusal("wrong_state", _("A map that has closed can't be discarded."), status=409)
    activity = round_.activity
    if (link := living_link(round_.place, activity.pk)) is not None:
        withdraw_invitation(link, by=by)
    record_event("discard_round", round_, by=by, place_id=round_.place_id)
    round_.delete()
    activity.delete()


def has_answers(round_: Round) -> bool:
    """Whether anybody has begun to answer, in whatever way, or has been shown a Star of it."""
    here, activity = round_.place, round_.activity_id
    kept = Response.objects.in_place(here).exclude(state=Response.State.WITHDRAWN)
    return (
        kept.filter(activity=activity).exists()
        or AgreedPosition.objects.in_place(here).filter(round=round_).exists()
        or Release.objects.in_place(here).filter(activity=activity).exists()
    )


@transaction.atomic
def ask_groups(round_: Round, *, asked: Groups, by: Actor) -> None:
    """Note how many people of each group are asked; may be mended until the round closes."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    refuse_unless(rules.can_edit_round(by, round_), NOT_ALLOWED)
    if rules.follows(round_, "mend") is None:
        raise Refusal("wrong_state", _("This has closed."), status=409)
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
