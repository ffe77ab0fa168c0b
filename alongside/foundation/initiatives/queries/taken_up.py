"""Where a practice was taken up: what partnerships do by its example, and show to everybody."""

from django.db.models import QuerySet

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.foundation.prepared.reads import Given, prepared

MOST = 20


@prepared
def _taken_up() -> QuerySet[Initiative]:
    everywhere = Initiative.objects.unscoped(reason="what partnerships show to everybody")
    shown = everywhere.filter(
        practices=Given("practice"),
        is_public=True,
        place__state__in=(Place.State.ACTIVE, Place.State.LEAVING),
    )
    told = shown.with_stage().select_related("place")
    return told.order_by("place__name", "title")[:MOST]


def taken_up(practice: Practice) -> list[Initiative]:
    """Return the public activities that name this practice, with where each stands. One query."""
    return _taken_up(practice=practice.pk)
