"""The mail that invites. Links come from a setting; nothing a guest typed stands in it (trust 51)."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Invitation
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.vocabulary import words_of


def mail_invitation(invitation: Invitation, code: str) -> None:
    """Send the link to the invited person's address."""
    person = invitation.person
    if person is None:
        return
    place = invitation.place
    words = words_of(place)
    group = group_name(words, invitation.group) if invitation.group else ""
    context = {
        "name": person.name,
        "place": place,
        "words": words,
        "role": ROLES[invitation.role].called(words),
        "purpose": ROLES[invitation.role].purpose,
        "group": group,
        "url": f"{settings.BASE_URL}/j/{code}",
        "until": invitation.expires_at,
    }
    subject = _("%(place)s asks you to take part") % {"place": one_line(place.name)}
    body = render_to_string("members/mail/invitation.txt", context)
    EmailMessage(subject, body, to=[person.contact.email]).send()


def one_line(text: str) -> str:
    """Return the text without control characters, fit for a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
