"""Take in what people write, tell those who answer, and note the answer."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.accounts.limits import Limit, count_towards, is_reached
from alongside.foundation.accounts.signs import Signs, hash_of, suspicion
from alongside.foundation.enquiries import rules
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.enquiries.queries import answerers_of
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.models import Place

KIND = "enquiry"
ANSWERED_WITHIN = timedelta(days=14)  # told at once, on the page that says thank you
KEPT_AFTER_ANSWER = timedelta(days=90)
KEPT_AT_MOST = timedelta(days=365)
KEPT_SUSPECT = timedelta(days=30)
BUSY = Limit("enquiry", 5, timedelta(minutes=10))  # more is held apart
TOO_BUSY = Limit("enquiry, most", 50, timedelta(hours=1))  # more is not taken
REPEATED_WITHIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody typed."""

    text: str
    submission_key: uuid.UUID
    name: str = ""
    email: str = ""
    phone: str = ""


def send_enquiry(place: Place, *, draft: Draft, signs: Signs, network: str, by: Actor) -> Enquiry:
    """Take in what somebody writes to a place; sent twice it is there once."""
    if not rules.can_send_enquiry(by, place):
        raise Refusal("closed", _("Nobody answers messages here any more."), status=409)
    known = _known(place, draft)
    if known is not None:
        return known
    if is_reached(TOO_BUSY, network):
        raise Refusal(
            "too_many",
            _("Very many messages came from your network. Please ring, or send yours in an hour."),
            status=429,
        )
    signs = Signs(signs.seconds, signs.is_trapped, is_reached(BUSY, network))
    count_towards(BUSY, network)
    count_towards(TOO_BUSY, network)
    return _keep(place, draft, signs)


def _known(place: Place, draft: Draft) -> Enquiry | None:
    everywhere = Enquiry.objects.unscoped(reason="a submission key is unique everywhere")
    sent = everywhere.filter(submission_key=draft.submission_key)
    known = sent.select_related("place").first()
    if known is not None and (known.place, known.text) != (place, draft.text):
        raise Refusal(
            "sent_before",
            _("This page was sent before, to %(place)s: “%(text)s”")
            % {"place": known.place.name, "text": known.text},
            status=409,
            next_step=_("Open the page anew to send another message."),
        )
    return known


@transaction.atomic
def _keep(place: Place, draft: Draft, signs: Signs) -> Enquiry:
    """Keep it once, also where two clicks arrive at the same time, and tell who answers."""
    sign = suspicion(draft.text, signs, is_repeated=_is_repeated(draft.text))
    now = timezone.now()
    enquiry, is_new = Enquiry.objects.in_place(place).get_or_create(
        submission_key=draft.submission_key,
        defaults={
            "place": place,
            "name": draft.name,
            "email": draft.email,
            "phone": draft.phone,
            "text": draft.text,
            "text_hash": hash_of(draft.text, kind=KIND),
            "held_for": sign or "",
            "sent_at": now,
            "answer_by": timezone.localdate() + ANSWERED_WITHIN,
            "kept_until": now + (KEPT_SUSPECT if sign else KEPT_AT_MOST),
        },
    )
    if is_new and not sign:
        _tell(
            enquiry,
            kind=KIND,
            title=_("Somebody wrote to %(place)s and waits for an answer") % {"place": place.name},
        )
    return enquiry


def _is_repeated(text: str) -> bool:
    everywhere = Enquiry.objects.unscoped(reason="a wave comes to many places at once")
    hashed, since = hash_of(text, kind=KIND), timezone.now() - REPEATED_WITHIN
    return bool(hashed) and everywhere.filter(text_hash=hashed, sent_at__gte=since).exists()


def _tell(enquiry: Enquiry, *, kind: str, title: str) -> int:
    """Tell those who answer, without the author's words: they stay on the desk (trust 51)."""
    people = answerers_of(enquiry.place)
    path = reverse("enquiries:answer", args=[enquiry.place.slug, enquiry.public_id])
    day = date_format(enquiry.answer_by)
    text = _("An answer was promised by %(day)s.") % {"day": day}
    for person in people:
        tell(person, kind=kind, key=str(enquiry.public_id), title=title, text=text, path=path)
    return len(people)


@transaction.atomic
def answer_enquiry(enquiry: Enquiry, *, how: str, on: date, by: Actor) -> Enquiry:
    """Note by whom, when and how somebody was answered; from then on it is kept for 90 days."""
    refuse_unless(
        rules.can_answer_enquiry(by, enquiry.place_id),
        _("Your role here doesn't answer messages."),
    )
    held = Enquiry.objects.in_place(enquiry.place).select_for_update(of=("self",))
    found = held.get(pk=enquiry.pk)
    if found.answered_on is not None:
        if (found.answered_how, found.answered_on) == (how, on):
            return found
        raise Refusal(
            "answered_meanwhile",
            _("Somebody has noted an answer to this meanwhile."),
            status=409,
            next_step=_("Open the list again to see what was noted."),
        )
    if not timezone.localdate(found.sent_at) <= on <= timezone.localdate():
        raise Refusal("no_such_day", _("It can't have been answered on that day."), status=409)
    found.answered_on, found.answered_how = on, Enquiry.How(how)
    found.answered_by_id = by.persons.get(found.place_id)
    found.kept_until = min(found.kept_until, timezone.now() + KEPT_AFTER_ANSWER)
    found.save(update_fields=["answered_on", "answered_how", "answered_by", "kept_until"])
    record_event("answer_enquiry", found, by=by, place_id=found.place_id)
    return found


def remind_of_late() -> int:
    """Tell those who answer, once each, that somebody waits longer than was promised."""
    everywhere = Enquiry.objects.unscoped(reason="a sweep over all places")
    late = everywhere.waiting().filter(
        answer_by__lt=timezone.localdate(), place__state=Place.State.ACTIVE
    )
    title = _("Somebody waits for %(place)s longer than was promised")
    return sum(
        _tell(enquiry, kind="enquiry_late", title=title % {"place": enquiry.place.name})
        for enquiry in late.select_related("place")
    )
