"""The invented maps: prepared like any other, then dated back and filled.

The dates, states and times of arrival are set where the actions would set today's: that is the one
thing which an example has to do differently. History is left as it is: it says what was done today.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.consent.models import Offered
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.initiatives.models import Decision, Initiative
from alongside.foundation.members.actions import open_link
from alongside.foundation.places.models import Place, Service
from alongside.site.demo.answers import fill_round
from alongside.site.demo.crowd import crowd
from alongside.site.demo.opinions import View
from alongside.site.demo.people import Gathered
from alongside.site.demo.positions import import_baseline, note_positions
from alongside.site.demo.sheets import DemoSheet, Word, sheets
from alongside.site.demo.summary import members_with_account
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.rounds import offer_help, prepare_round
from alongside.star.map_it.models import FreeWord, Round

HELP = {
    "help_languages": Offered.ON_REQUEST,
    "help_bsl": Offered.ON_REQUEST,
    "help_easy_read": Offered.READY,
    "help_audio": Offered.NOT_OFFERED,
    "help_large_print": Offered.READY,
}
SIGNED_AFTER = timedelta(days=9)


def hold_rounds(place: Place, told: Mapping[str, Any], gathered: Gathered) -> None:
    """Hold every map of a partnership, oldest first, and draw the Star of each that has closed."""
    held = []
    for number, one in enumerate(told.get("rounds", ()), start=1):
        round_ = _prepare(place, one, by=gathered.lead)
        fill_round(round_, _sheets(told, one, number), members=gathered.members)
        if round_.state == Round.State.CLOSED:
            _draw(round_)
        _share(round_, one)
        held.append(round_)
    for table in told.get("positions", ()):
        note_positions(held[table["round"] - 1], table)
    if "baseline" in told:
        import_baseline(place, told["baseline"])


def _prepare(place: Place, one: Mapping[str, Any], *, by: Actor) -> Round:
    services = Service.objects.in_place(place)
    if "services" in one:
        services = services.filter(starter_key__in=one["services"])
    round_ = prepare_round(
        place,
        title=one["title"],
        opens_at=_evening(one["closed_days_ago"] + one["open_days"]),
        closes_at=_evening(one["closed_days_ago"]),
        services=services,
        asked={group: (people, everyone) for group, (people, everyone) in one["asked"].items()},
        who_decides="The programme group: residents, councillors and managers",
        what_can_change="What we try next, and how we work in each service",
        by=by,
    )
    note = f"Ring {place.contact_name} on {place.contact_phone}: we can fill it in with you."
    offer_help(round_.activity, by=by, note=note, **HELP)
    is_open = round_.closes_at > timezone.now()
    if is_open:
        open_link(place, activity_id=round_.activity_id, by=by, expires_at=round_.closes_at)
    round_.state = Round.State.OPEN if is_open else Round.State.CLOSED
    round_.save(update_fields=["state"])
    activity = round_.activity
    activity.opened_at = round_.opens_at
    activity.ended_at = None if is_open else round_.closes_at
    activity.save(update_fields=["opened_at", "ended_at"])
    return round_


def _evening(days_ago: int) -> datetime:
    """Return six in the evening, so many days ago."""
    today = timezone.localtime().replace(hour=18, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days_ago)


def _sheets(told: Mapping[str, Any], one: Mapping[str, Any], number: int) -> list[DemoSheet]:
    slug = told["slug"]
    asked_about = one.get("services") or [service["key"] for service in told["services"]]
    view = View(
        name=one["title"],
        means=one["means"],
        leaning={service["key"]: service["leaning"] for service in told["services"]},
    )
    reported = [
        practice
        for practice in told["practice"]["reported"]
        if practice["since"] <= number and practice["service"] in asked_about
    ]
    return sheets(
        crowd(slug, one["people"], asked_about, members=members_with_account(slug)),
        view,
        reported=reported,
        brings=told["practice"]["brings"],
        words=_words(told["words"]) if told["words"]["round"] == number else (),
    )


def _words(told: Mapping[str, Any]) -> list[Word]:
    return [
        *(Word(text, FreeWord.State.RELEASED) for text in told["released"]),
        *(Word(text, FreeWord.State.HELD) for text in told["held"]),
        *(Word(one["text"], FreeWord.State.KEPT_BACK, one["reason"]) for one in told["kept_back"]),
    ]


def _draw(round_: Round) -> None:
    """Draw the Star, and date what it found to the day on which the map closed."""
    place = round_.place
    known = list(Initiative.objects.in_place(place).values_list("pk", flat=True))
    draw_star(round_, by=system_actor())
    found = Initiative.objects.in_place(place).exclude(pk__in=known)
    day = timezone.localdate(round_.closes_at)
    Decision.objects.in_place(place).exclude(initiative__in=known).update(on=day)
    found.update(made_at=round_.closes_at)


def _share(round_: Round, one: Mapping[str, Any]) -> None:
    """Leave the map where sharing stands: done and signed, or waiting for a signature."""
    round_.sharing = one["sharing"]
    round_.wanted_sharing = one.get("wanted_sharing", "")
    is_shared = round_.sharing != Round.Sharing.PRIVATE
    over = round_.closes_at + SIGNED_AFTER
    signed_at = max(over, timezone.now())  # nobody signs what has not been drawn yet
    if is_shared or round_.wanted_sharing:
        round_.preview_until = over
        round_.signed_by_lead_at = signed_at
    if is_shared:
        round_.signed_by_resident_lead_at = signed_at
    round_.save()
