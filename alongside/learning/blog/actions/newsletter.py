"""New posts by email, for whoever asked twice: once on the page, once in the letter.

Before each letter the row is moved on, so that a killed worker rather leaves one out than sends
two. A letter tells only what came out since the last one; where nothing did, there is none.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.accounts.limits import Limit, count_towards, is_reached
from alongside.foundation.notices.mail import stoppable
from alongside.foundation.places.models import Place
from alongside.learning.blog.models import Post, Subscription

SALT = "blog.newsletter"
A_DAY, A_MONTH = timedelta(days=1), timedelta(days=30)
# Of a network, so that nobody fills strangers' letter boxes; of an address, so that they stay empty.
ASKED_BY_NETWORK = Limit("newsletter", 20, A_DAY)
ASKED_FOR_ADDRESS = Limit("newsletter to", 2, A_DAY)


def ask_for_posts(place: Place, *, email: str, network: str) -> bool:
    """Write to an address and ask whether it really wants posts; say whether that was possible.

    Whoever asks doesn't learn whether the address had asked before.
    """
    if is_reached(ASKED_BY_NETWORK, network):
        return False
    email = email.lower()
    count_towards(ASKED_BY_NETWORK, network)
    if is_reached(ASKED_FOR_ADDRESS, email):
        return True
    count_towards(ASKED_FOR_ADDRESS, email)
    with transaction.atomic():
        rows = Subscription.objects.in_place(place)
        asked, _made = rows.get_or_create(email=email, defaults={"place": place})
        transaction.on_commit(lambda: _ask_by_letter(asked))
    return True


def _ask_by_letter(asked: Subscription) -> None:
    template = "blog/mail/known.txt" if asked.confirmed_at else "blog/mail/ask.txt"
    body = render_to_string(template, {**_addresses(asked), "place": asked.place})
    subject = _("New posts from %(place)s?") % {"place": asked.place.name}
    _letter(asked, subject, body)


def _letter(asked: Subscription, subject: str, body: str) -> None:
    stoppable(subject, body, to=asked.email, stop_url=_addresses(asked)["stop_url"]).send()


def _addresses(asked: Subscription) -> dict[str, str]:
    token = signing.dumps(asked.pk, salt=SALT)
    return {
        f"{word}_url": f"{settings.BASE_URL}{reverse(f'blog_mail:{word}', args=[token])}"
        for word in ("yes", "stop")
    }


def confirm_subscription(token: str) -> Subscription | None:
    """Begin to send posts from now on; nothing for a token that isn't ours or was stopped."""
    rows = _asked_with(token)
    asked = rows.select_related("place").first() if rows is not None else None
    if asked is not None and asked.confirmed_at is None:
        asked.confirmed_at = asked.sent_until = timezone.now()
        asked.save(update_fields=["confirmed_at", "sent_until"])
    return asked


def stop_posts(token: str) -> bool:
    """Forget the address; say whether the token is one of ours, also when it was stopped before."""
    asked = _asked_with(token)
    if asked is not None:
        asked.delete()
    return asked is not None


def _asked_with(token: str) -> "QuerySet[Subscription] | None":
    """The row that a letter's address leads to, if it is still there; nothing for a forged one."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return _everybody().filter(pk=number)


def _everybody() -> "QuerySet[Subscription]":
    return Subscription.objects.unscoped(reason="a signed token, or the sweep of all places")


def send_new_posts(now: datetime | None = None) -> int:
    """Send what came out since the last letter, once a day at most; return how many were sent."""
    now = now or timezone.now()
    _everybody().filter(confirmed_at=None, asked_at__lt=now - A_MONTH).delete()
    due = _everybody().filter(confirmed_at__isnull=False, sent_until__lt=now - A_DAY)
    sent = 0
    for asked in due.select_related("place").order_by("place", "pk").iterator(200):
        posts = _new_posts(asked, now)
        if posts and _moved_on(asked, now):
            context = {"posts": posts, "place": asked.place, "base": settings.BASE_URL}
            body = render_to_string("blog/mail/posts.txt", {**context, **_addresses(asked)})
            _letter(asked, _("New: %(title)s") % {"title": posts[0].title}, body)
            sent += 1
    return sent


def _new_posts(asked: Subscription, now: datetime) -> Sequence[Post]:
    if not asked.place.is_public:
        return []
    live = Post.objects.live().filter(place=asked.place).select_related("place")
    new = live.filter(first_published_at__gt=asked.sent_until, first_published_at__lte=now)
    return new.order_by("first_published_at")[:20]


def _moved_on(asked: Subscription, now: datetime) -> bool:
    """Whether this worker is the one that moved the row on."""
    held = _everybody().filter(pk=asked.pk, sent_until=asked.sent_until)
    return bool(held.update(sent_until=now))
