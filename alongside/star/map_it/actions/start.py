"""The hour's path in one write: a partnership, its lead, a few services, a first look that is open.

All of it or nothing. Pressed twice, or sent again after a lost connection, it makes one
partnership: whoever already leads a place under this address gets the first look that is there.
Where a national lead says yes first, the first look waits as a draft until then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.foundation.accounts.limits import A_DAY, Limit, count_towards, is_reached
from alongside.foundation.accounts.models import User
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.actions import open_link
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.mail_admission import mail_application
from alongside.foundation.members.models import Contact, Membership, Person
from alongside.foundation.places.actions import (
    add_service,
    edit_place,
    open_nation,
    open_partnership,
)
from alongside.foundation.places.models import CouncilArea, Place, Service
from alongside.foundation.places.models.place import RESERVED_SLUGS
from alongside.foundation.places.reference import starter_services
from alongside.star.map_it.actions.rounds import offer_help, open_round, prepare_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.start import (
    Ground,
    ground,
    is_address_taken,
    round_begun_here,
)
from alongside.star.map_it.rules.rounds import can_edit_round

FEWEST_SERVICES, MOST_SERVICES = 3, 6
STAYS_OPEN = timedelta(days=7)
STARTS = Limit("start", 3, A_DAY)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Everything that somebody says before their hour begins."""

    name: str
    slug: str
    lead_name: str
    contact_name: str
    contact_phone: str
    contact_hours: str
    what_can_change: str
    who_decides: str
    lead_group: str = "manager"
    nation_name: str = ""
    council_areas: tuple[str, ...] = ()  # codes
    starter_keys: tuple[str, ...] = ()
    own_services: tuple[str, ...] = ()
    help_offered: Mapping[str, str] = field(default_factory=dict)
    help_note: str = ""


@transaction.atomic
def start_partnership(beginning: Beginning, *, by: Actor) -> Round:
    """Start a partnership and open its first look, so that a room can answer at once."""
    user = _locked_account(by)
    if (earlier := _started_before(beginning.slug, user)) is not None:
        return earlier
    _refuse_too_many(user)
    here = ground()
    place = open_partnership(
        nation=_nation(here, beginning, by),
        name=beginning.name,
        slug=beginning.slug,
        council_areas=CouncilArea.objects.filter(code__in=beginning.council_areas),
        is_pending=here.needs_yes,
        by=by,
    )
    _seat_lead(place, user, beginning, by)
    lead = actor_of_user(user, request_id=by.request_id)
    edit_place(
        place,
        contact_name=beginning.contact_name,
        contact_phone=beginning.contact_phone,
        contact_hours=beginning.contact_hours,
        by=lead,
    )
    if here.needs_yes:
        transaction.on_commit(partial(mail_application, place))
    return _first_look(place, beginning, lead)


@transaction.atomic
def begin_first_look(round_: Round, *, by: Actor) -> Round:
    """Open the first look for a week from now, with its link for residents."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if round_.state == Round.State.OPEN:
        return round_
    refuse_unless(can_edit_round(by, round_), _("Only the programme lead can do this."))
    round_.opens_at = timezone.now()
    round_.closes_at = _evening(round_.place, round_.opens_at + STAYS_OPEN)
    round_.save(update_fields=["opens_at", "closes_at"])
    open_link(round_.place, activity_id=round_.activity_id, by=by)
    return open_round(round_, by=by)


def _refuse_too_many(user: User) -> None:
    if is_reached(STARTS, user.pk):
        raise Refusal(
            "started_enough",
            _("You have started three partnerships within a day. You can start another tomorrow."),
            status=429,
        )
    count_towards(STARTS, user.pk)


def _locked_account(by: Actor) -> User:
    """Return the account, locked: two presses of one person wait for each other."""
    if by.kind is not ActorKind.PERSON or by.id is None:
        raise Refusal("sign_in_first", _("Sign in first, so that you can come back."))
    return User.objects.select_for_update().get(pk=by.id)


def _started_before(slug: str, user: User) -> Round | None:
    led = Membership.objects.unscoped(reason="an account's own memberships, in all its places")
    mine = led.filter(person__user=user, role="lead", place__slug=slug).on(timezone.localdate())
    membership = mine.select_related("place").first()
    return round_begun_here(membership.place) if membership else None


def _nation(here: Ground, beginning: Beginning, by: Actor) -> Place:
    if here.nation is not None:
        return here.nation
    if here.is_closed:
        raise Refusal("no_open_nation", _("No partnership can start here at the moment."))
    name = beginning.nation_name
    return open_nation(name=name, slug=_nation_slug(name, beginning.slug), by=by)


def _nation_slug(name: str, other: str) -> str:
    base = slugify(name)[:40]
    if not base or not base[0].isalpha():
        base = "nation"
    unusable = base in RESERVED_SLUGS or base == other or is_address_taken(base)
    return f"{base}-nation" if unusable else base


def _seat_lead(place: Place, user: User, beginning: Beginning, by: Actor) -> None:
    person = Person.objects.create(place=place, user=user, name=beginning.lead_name)
    Contact.objects.create(place=place, person=person, email=user.email)
    membership = Membership.objects.create(
        place=place, person=person, role="lead", group=beginning.lead_group
    )
    record_event("add_member", membership, by=by, place_id=place.pk)


def _services(place: Place, beginning: Beginning, by: Actor) -> list[Service]:
    picked = [one for one in starter_services() if one.key in beginning.starter_keys]
    services = [add_service(place, name=one.name, starter_key=one.key, by=by) for one in picked]
    services += [add_service(place, name=name, by=by) for name in beginning.own_services]
    distinct = {service.pk: service for service in services}
    if not FEWEST_SERVICES <= len(distinct) <= MOST_SERVICES:
        raise Refusal("how_many_services", _("Pick three to six services."), status=409)
    return list(distinct.values())


def _first_look(place: Place, beginning: Beginning, by: Actor) -> Round:
    round_ = prepare_round(
        place,
        title=_("Our first look"),
        opens_at=timezone.now(),
        closes_at=_evening(place, timezone.now() + STAYS_OPEN),
        services=_services(place, beginning, by),
        is_provisional=True,
        what_can_change=beginning.what_can_change,
        who_decides=beginning.who_decides,
        by=by,
    )
    offer_help(round_.activity, note=beginning.help_note, by=by, **beginning.help_offered)
    return begin_first_look(round_, by=by) if place.is_admitted else round_


def _evening(place: Place, moment: datetime) -> datetime:
    zone = ZoneInfo(place.timezone)
    return datetime.combine(moment.astimezone(zone).date(), time(23, 59), tzinfo=zone)
