"""The mails around a case: to whoever wrote it, and to the national team. Each person by themselves."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.members.mail import one_line
from alongside.foundation.members.models import Contact
from alongside.foundation.members.queries import addresses_of
from alongside.learning.case_studies.models import CaseReminder, CaseStudy

TEAM = ("national_lead", "national_associate")
SUBJECTS = {
    "send_back": gettext_lazy("Please look again: %(title)s"),
    "publish": gettext_lazy("Everybody can read it now: %(title)s"),
    "withdraw": gettext_lazy("Withdrawn: %(title)s"),
}


def tell_of_move(case: CaseStudy, verb: str) -> None:
    """Tell the team that a case waits, and whoever wrote it what became of it."""
    if verb == "submit" and case.place.nation is not None:
        nation = case.place.nation
        to = [address for role in TEAM for address in addresses_of(nation, role)]
        url = f"{settings.BASE_URL}/{nation.slug}/national/cases/{case.place.slug}/{case.slug}/"
        _send("sent_in", _("A case waits to be read: %(title)s"), case, to, url=url)
    elif verb in SUBJECTS:
        _send(verb, SUBJECTS[verb], case, writers_of(case), url=_address(case))


def remind(case: CaseStudy, about: str, **more: Any) -> None:
    """Ask whoever wrote a case whether it, or a contact, is still right."""
    subject = (
        _("Is it still right? %(title)s")
        if about == CaseReminder.About.CHECK
        else _("Can they still be asked? %(title)s")
    )
    _send(f"remind_{about}", subject, case, writers_of(case), url=_address(case), **more)


def writers_of(case: CaseStudy) -> list[str]:
    """Return the address of whoever wrote it; of the leads, where they can't be reached any more."""
    known = Contact.objects.in_place(case.place).filter(
        person=case.author_id, person__memberships__until_on__isnull=True
    )
    own = known.exclude(email="").values_list("email", flat=True)[:1]
    return list(own) or addresses_of(case.place, "lead")


def _address(case: CaseStudy) -> str:
    return f"{settings.BASE_URL}/{case.place.slug}/workspace/cases/{case.slug}/"


def _send(name: str, subject: Any, case: CaseStudy, to: list[str], **more: Any) -> None:
    body = render_to_string(f"case_studies/mail/{name}.txt", {"case": case, **more})
    title = one_line(subject % {"title": case.title})[:200]
    for address in dict.fromkeys(to):
        EmailMessage(title, body, to=[address]).send()
