"""What people are told before they book: who sees it, and how long it is kept."""

from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice
from alongside.foundation.consent.models import Notice
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place

KIND = "gathering"


def notice_for(place: Place, *, by: Actor) -> Notice:
    """Return the newest notice for those who book."""
    return give_notice(
        place,
        kind=KIND,
        who_sees=_(
            "Those who prepare this see your name, how to reach you, and what you need. Nobody else "
            "does."
        ),
        text=_(
            "We ask so that there is a place for you, and so that you can take part. What you need "
            "is deleted 30 days afterwards, your name and address 90 days afterwards. Booking is "
            "your choice, and you can cancel at any time."
        ),
        by=by,
    )
