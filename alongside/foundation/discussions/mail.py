"""Mail about comments. It holds no words of guests: whoever types an address here must not be able
to send somebody a text (trust 51).
"""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.discussions.models import Comment, GuestAddress
from alongside.foundation.members.mail import one_line
from alongside.foundation.places.models import Place

SALT = "discussions.address"
# No program that answers mail by itself shall answer this (RFC 3834).
BY_ITSELF = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def mail_confirmation(address: GuestAddress, place: Place) -> None:
    """Ask whether somebody wants to hear of their comment at this address."""
    token = signing.dumps(address.pk, salt=SALT)
    url = settings.BASE_URL + reverse("discussions:confirm", args=[token])
    _send("confirm", _("Do you want to hear of your comment?"), address.email, url=url, place=place)


def mail_outcome(comment_id: int) -> None:
    """Tell the author of a comment what became of it, and why; nobody where no address is known."""
    everywhere = Comment.objects.unscoped(reason="the action that moved it has checked")
    found = everywhere.select_related("author__person__user", "author__address", "thread", "place")
    comment = found.filter(pk=comment_id).first()
    to = _address(comment) if comment else ""
    if comment is not None and to:
        subject = _("Your comment on “%(title)s”") % {"title": comment.thread.title}
        url = settings.BASE_URL + reverse("discussions:mine")
        _send("outcome", subject, to, url=url, comment=comment, place=comment.place)


def _address(comment: Comment) -> str:
    author = comment.author
    if author is None:
        return ""
    if author.person is not None:
        return author.person.user.email if author.person.user else ""
    address = getattr(author, "address", None)
    return address.email if address and address.confirmed_at else ""


def _send(name: str, subject: str, to: str, **context: object) -> None:
    body = render_to_string(f"discussions/mail/{name}.txt", context)
    EmailMessage(one_line(subject), body, to=[to], headers=dict(BY_ITSELF)).send()
