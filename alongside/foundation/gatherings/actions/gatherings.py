"""Prepare a gathering, change it, announce it, call it off, and note that it took place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import offer_help
from alongside.foundation.consent.models import Activity
from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.queue import offer_free_places
from alongside.foundation.gatherings.actions.telling import note
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.gatherings.notices import KIND, notice_for
from alongside.foundation.gatherings.queries.lists import free_slug
from alongside.foundation.gatherings.queries.searchable import entry_of
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import moved_meanwhile, next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.search.actions import keep_in_search, take_out_of_search

# What a calendar shows, or what somebody who booked has to know of.
TOLD_ABOUT = frozenset({"starts_at", "ends_at", "venue", "join_link"})
IN_CALENDAR = TOLD_ABOUT | {"title", "what"}
SEARCHED = "event"


@dataclass(frozen=True, slots=True)
class Told:
    """What an organiser says of a gathering."""

    title: str
    kind: str
    what: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    contact_name: str
    contact_phone: str
    venue: str = ""
    join_link: str = ""
    audience: str = Gathering.Audience.PUBLIC
    help_by_on: date | None = None

    def fields(self) -> dict[str, Any]:
        """By the names of the table."""
        return {name: getattr(self, name) for name in self.__slots__}


@transaction.atomic
def prepare_gathering(
    place: Place, told: Told, *, help_offered: Mapping[str, str], by: Actor
) -> Gathering:
    """Begin a gathering as a draft, which only those who prepare it see."""
    refuse_unless(rules.can_run_gatherings(by, place), NOT_ALLOWED)
    activity = Activity.objects.create(
        place=place,
        kind=KIND,
        title=told.title,
        purpose=_("To meet, and to have a place for everybody who comes"),
        notice=notice_for(place, by=by),
    )
    gathering = Gathering.objects.create(
        place=place,
        activity=activity,
        slug=free_slug(place, told.title),
        zone_name=place.timezone,
        **told.fields(),
    )
    offer_help(activity, by=by, **help_offered)
    record_event("prepare_gathering", gathering, by=by, place_id=place.pk)
    return gathering


@transaction.atomic
def change_gathering(
    gathering: Gathering, told: Told, *, help_offered: Mapping[str, str], by: Actor
) -> Gathering:
    """Change what is said of it. Whoever booked is told of another time or another place.

    More places go at once to those who wait; fewer than are taken there can't be.
    """
    gathering = held_gathering(gathering, by)
    if gathering.state not in (Gathering.State.DRAFT, Gathering.State.PUBLISHED):
        raise moved_meanwhile()
    if told.capacity < gathering.taken_count:
        raise Refusal(
            "places_are_taken",
            _("%(count)s places are taken or kept for somebody. There can't be fewer.")
            % {"count": gathering.taken_count},
            status=409,
        )
    now_told = told.fields()
    changed = {name for name, value in now_told.items() if getattr(gathering, name) != value}
    for name, value in now_told.items():
        setattr(gathering, name, value)
    if changed & IN_CALENDAR:
        gathering.sequence += 1
        gathering.changed_at = timezone.now()
    gathering.save()
    _follow(gathering)
    offer_help(gathering.activity, by=by, **help_offered)
    record_event("change_gathering", gathering, by=by, place_id=gathering.place_id, fields=changed)
    if gathering.state == Gathering.State.PUBLISHED:
        if changed & TOLD_ABOUT:
            note(_standing(gathering), Notification.What.CHANGED, number=gathering.sequence)
        offer_free_places(gathering)
    return gathering


def _follow(gathering: Gathering) -> None:
    """Activity and search say what the gathering says."""
    activity = gathering.activity
    if activity.title != gathering.title:
        activity.title = gathering.title
        activity.save(update_fields=["title"])
    if gathering.state != Gathering.State.DRAFT:
        keep_in_search([entry_of(gathering)])


@transaction.atomic
def publish_gathering(gathering: Gathering, *, by: Actor) -> Gathering:
    """Announce it: from now on people find it and book."""
    gathering = held_gathering(gathering, by)
    place = gathering.place
    if not place.is_admitted:
        raise Refusal("not_admitted", _("Nobody can be invited here yet."), status=409)
    if place.publishing_is_paused(timezone.localdate()):
        raise Refusal(
            "paused", _("Publishing is paused here until after the election."), status=409
        )
    if not gathering.activity.help_is_answered:
        raise Refusal(
            "help_unanswered", _("Say first which help with taking part there is."), status=409
        )
    if gathering.starts_at <= gathering.now:  # type: ignore[attr-defined] # annotated
        raise Refusal("is_over", _("It would have begun already. Change the day."), status=409)
    if not _moved(gathering, "publish", by=by):
        return gathering
    Activity.objects.in_place(place).filter(pk=gathering.activity_id).update(
        opened_at=timezone.now()
    )
    keep_in_search([entry_of(gathering)])
    return gathering


@transaction.atomic
def cancel_gathering(gathering: Gathering, *, why: str = "", by: Actor) -> Gathering:
    """Call it off, and tell everybody who has a place or waits for one."""
    gathering = held_gathering(gathering, by)
    was_announced = gathering.state == Gathering.State.PUBLISHED
    if was_announced and not why.strip():
        raise Refusal("why", _("Say why: everybody who booked reads it."), status=409)
    gathering.why_cancelled = why.strip()
    gathering.sequence += 1
    gathering.changed_at = timezone.now()
    if not _moved(gathering, "cancel", by=by):
        return gathering
    note(_standing(gathering), Notification.What.CALLED_OFF)
    _end_activity(gathering)
    if was_announced:
        keep_in_search([entry_of(gathering)])
    else:
        take_out_of_search(SEARCHED, [str(gathering.pk)])
    return gathering


@transaction.atomic
def hold_gathering(gathering: Gathering, *, by: Actor) -> Gathering:
    """Note that it has taken place, and ask those who came how it was."""
    gathering = held_gathering(gathering, by)
    if gathering.state == Gathering.State.PUBLISHED and (
        gathering.ends_at > gathering.now  # type: ignore[attr-defined] # annotated
    ):
        raise Refusal("not_over", _("It isn't over yet."), status=409)
    if _moved(gathering, "hold", by=by):
        came = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
        note(came.filter(came_at__isnull=False), Notification.What.FEEDBACK)
        _end_activity(gathering)
    return gathering


def hold_what_is_over(*, by: Actor) -> int:
    """Note of every gathering whose time is over that it took place; a sweep."""
    over = Gathering.objects.unscoped(reason="a sweep over all places")
    ended = over.filter(state=Gathering.State.PUBLISHED, ends_at__lt=timezone.now())
    found = list(ended.select_related("place"))
    for gathering in found:
        hold_gathering(gathering, by=by)
    return len(found)


def _end_activity(gathering: Gathering) -> None:
    activities = Activity.objects.in_place(gathering.place).filter(pk=gathering.activity_id)
    activities.update(ended_at=timezone.now())


def _standing(gathering: Gathering) -> Iterable[Booking]:
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    return bookings.filter(state__in=Booking.STANDS)


def _moved(gathering: Gathering, verb: str, *, by: Actor) -> bool:
    """Move it on; whether this call did. What was done already is left as it is."""
    following = next_state(rules.TRANSITIONS, gathering.state, verb)
    if following is None:
        return False
    gathering.state = following
    gathering.save()
    record_event(f"{verb}_gathering", gathering, by=by, place_id=gathering.place_id)
    return True


def held_gathering(gathering: Gathering, by: Actor) -> Gathering:
    """The gathering as it is now, locked, for somebody who may prepare it."""
    place = gathering.place
    refuse_unless(rules.can_run_gatherings(by, place), NOT_ALLOWED)
    held: Gathering = Gathering.objects.in_place(place).locked(gathering)
    held.activity.place = held.place = place
    return held
