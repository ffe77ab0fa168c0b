"""What falls due with cases: ask whether they are still right, forget contacts that are over."""

from datetime import date, timedelta
from itertools import groupby

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import system_actor
from alongside.learning.case_studies import mail
from alongside.learning.case_studies.models import CaseContact, CaseReminder, CaseStudy

CHECKED_FOR = timedelta(days=365)
AGAIN_AFTER = timedelta(days=60)
CONTACT_AHEAD = timedelta(days=30)
FORGOTTEN_AFTER = timedelta(days=90)


def remind_of_cases() -> int:
    """Write to those whose case or contact is due, each once; return how many mails went out."""
    today = timezone.localdate()
    sent = 0
    for case in _everything().filter(checked_on__lte=today - CHECKED_FOR):
        assert case.checked_on is not None
        sent += _once(case, CaseReminder.About.CHECK, _due_on(case.checked_on, today))
    for (case, day), contacts in groupby(
        _ending(today), key=lambda one: (one.case, one.expires_on)
    ):
        names = ", ".join(contact.name for contact in contacts)
        sent += _once(case, CaseReminder.About.CONTACT, day, names=names, day=day)
    return sent


def _due_on(checked_on: date, today: date) -> date:
    """Nobody is asked more often than every two months."""
    first = checked_on + CHECKED_FOR
    return first + ((today - first) // AGAIN_AFTER) * AGAIN_AFTER


def _once(case: CaseStudy, about: str, due_on: date, **more: object) -> bool:
    """Keep a row before the mail: a killed worker rather leaves one out than sends two."""
    try:
        with transaction.atomic():
            CaseReminder.objects.create(place=case.place, case=case, about=about, due_on=due_on)
    except IntegrityError:
        return False
    mail.remind(case, about, **more)
    return True


def _everything() -> models.QuerySet[CaseStudy]:
    cases = CaseStudy.objects.unscoped(reason="a sweep over all places")
    shown = cases.filter(state=CaseStudy.State.PUBLISHED, place__state="active")
    return shown.select_related("place__nation").order_by("pk")


def _ending(today: date) -> models.QuerySet[CaseContact]:
    contacts = CaseContact.objects.unscoped(reason="a sweep over all places")
    soon = contacts.filter(expires_on__gte=today, expires_on__lte=today + CONTACT_AHEAD)
    shown = soon.filter(case__state=CaseStudy.State.PUBLISHED, place__state="active")
    return shown.select_related("case__place__nation").order_by("case", "expires_on", "pk")


@transaction.atomic
def forget_contacts() -> int:
    """Delete contacts whose day passed three months ago; nobody has seen them since."""
    gone = CaseContact.objects.unscoped(reason="a sweep over all places").filter(
        expires_on__lt=timezone.localdate() - FORGOTTEN_AFTER
    )
    for contact in gone.select_related("case"):
        record_event(
            "forget_case_contact", contact.case, by=system_actor(), place_id=contact.place_id
        )
    return gone.delete()[0]
