"""The last mail to somebody: that they are erased, and whom to ring if they never asked for it."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from alongside.foundation.members.mail import one_line
from alongside.foundation.places.models import Place


def mail_erased(place: Place, address: str) -> None:
    """Write to the address once more; it is kept nowhere any longer."""
    subject = _("%(place)s has erased what it kept about you") % {"place": one_line(place.name)}
    body = render_to_string("consent/mail/erased.txt", {"place": place})
    EmailMessage(subject, body, to=[address]).send()
