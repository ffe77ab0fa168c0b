"""Moderators hear, with their other messages, that comments wait; of advertising they don't."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from alongside.foundation.discussions.models import Comment
from alongside.foundation.members.queries import people_with
from alongside.foundation.members.roles import ROLES
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.models import Place

MODERATORS = [role.key for role in ROLES.values() if "comments.moderate" in role.permissions]


def remind_moderators() -> int:
    """Tell those who moderate that somebody waits; once a day. Return how many were told."""
    held = Q(state=Comment.State.HELD)
    waiting = Comment.objects.unscoped(reason="a sweep over all places").filter(
        held & ~Q(held_for__in=Comment.SUSPECT) | Q(state=Comment.State.APPEALED)
    )
    counts = dict(waiting.order_by().values_list("place").annotate(Count("pk")))
    places = Place.objects.filter(pk__in=counts, state=Place.State.ACTIVE)
    return sum(_tell(place, counts[place.pk]) for place in places)


def _tell(place: Place, count: int) -> int:
    today = timezone.localdate()
    told = {"n": count, "place": place.name}
    title = ngettext(
        "%(n)s comment waits to be read in %(place)s",
        "%(n)s comments wait to be read in %(place)s",
        count,
    )
    people = people_with(place, MODERATORS)
    for person in people:
        tell(
            person,
            kind="comments_wait",
            key=today.isoformat(),
            title=title % told,
            path=reverse("comments:desk", args=[place.slug]),
        )
    return people.count()
