"""The mails around a new partnership: to the national leads, and to whoever started it."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from alongside.foundation.members.mail import one_line
from alongside.foundation.members.queries import addresses_of
from alongside.foundation.places.models import Place


def mail_application(partnership: Place) -> None:
    """Tell the national leads that somebody waits, and whoever started it that they were told."""
    nation = partnership.nation
    if nation is None:
        return
    url = f"{settings.BASE_URL}/{nation.slug}/national/new/"
    subject = _("A new partnership waits for your yes: %(name)s")
    _send("application", subject, partnership, addresses_of(nation, "national_lead"), url=url)
    subject = _("%(name)s: we have passed it on")
    _send("passed_on", subject, partnership, _leads(partnership), url=_workspace(partnership))


def mail_yes(partnership: Place) -> None:
    """Tell the lead that they can begin."""
    subject = _("%(name)s can begin")
    _send("yes", subject, partnership, _leads(partnership), url=_workspace(partnership))


def mail_no(partnership: Place, reason: str) -> None:
    """Tell the lead that it was not taken on, and why."""
    subject = _("%(name)s was not taken on")
    _send("no", subject, partnership, _leads(partnership), reason=reason)


def _leads(partnership: Place) -> list[str]:
    return addresses_of(partnership, "lead")


def _workspace(partnership: Place) -> str:
    return f"{settings.BASE_URL}/{partnership.slug}/workspace/"


def _send(name: str, subject: str, partnership: Place, to: list[str], **more: Any) -> None:
    """Write to each by themselves: nobody learns another's address."""
    context = {"partnership": partnership, "nation": partnership.nation, **more}
    body = render_to_string(f"members/mail/{name}.txt", context)
    title = one_line(subject % {"name": partnership.name})
    for address in to:
        EmailMessage(title, body, to=[address]).send()
