"""The last day of a partnership that leaves: it has left, and its rows are deleted."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.consent.actions.emptying import empty_place
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.actions.leaving import has_left
from alongside.foundation.places.models import Place
from alongside.insight.national.actions.leaving import tell_members
from alongside.insight.national.queries.leaving import READ_ONLY, last_day
from alongside.learning.blog.actions.emptying import delete_written

LAST_WARNING = timedelta(days=14)


def empty_what_is_due(*, by: Actor) -> int:
    """Empty whoever began to leave 90 days ago, or was declined then. Returns how many.

    A backup that brings one back knows that it leaves, and since when: it is emptied again.
    """
    due = Q(leaving_since__lte=timezone.localdate() - READ_ONLY, state=Place.State.LEAVING)
    due |= Q(ended_on__lte=timezone.localdate() - READ_ONLY, state=Place.State.LEFT)
    found = Place.objects.partnerships().filter(due, emptied_on=None)
    pks = list(found.values_list("pk", flat=True))
    for pk in pks:
        _empty(pk, by)
    return len(pks)


@transaction.atomic
def _empty(pk: int, by: Actor) -> None:
    place = has_left(pk, by=by)
    if place.emptied_on is None:
        delete_written(place, by=by)
        empty_place(place, by=by)


def warn_of_the_last_day() -> None:
    """Tell the members of a partnership that leaves when everything is deleted; each once."""
    soon = timezone.localdate() - READ_ONLY + LAST_WARNING
    leaving = Place.objects.filter(state=Place.State.LEAVING, leaving_since__lte=soon)
    for place in leaving:
        title = _("%(place)s is deleted here on %(day)s") % {
            "place": place.name,
            "day": date_format(last_day(place)),
        }
        text = _("Export what you want to keep before then. Nothing can be brought back.")
        tell_members(place, key=f"{place.slug} last", title=title, text=text)
