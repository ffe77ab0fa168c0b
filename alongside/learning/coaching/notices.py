"""What people are told before they join a course: who sees what, and how long it is kept."""

from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice
from alongside.foundation.consent.models import Notice
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place

KIND = "course"


def notice_for(place: Place, *, by: Actor) -> Notice:
    """Return the newest notice for those who join."""
    return give_notice(
        place,
        kind=KIND,
        who_sees=_(
            "Those who run the course see your name, your partnership and your days. Your plan is "
            "read by you and your coach, your notes by you two alone. Everybody else sees numbers, "
            "once there are enough people that nobody stands out."
        ),
        text=_(
            "We ask so that you have a place, and somebody at your side until something has "
            "changed. Taking part is your choice, and you can leave at any time. Notes are deleted "
            "a year after they were written; your plan stays yours until you erase it."
        ),
        by=by,
    )
