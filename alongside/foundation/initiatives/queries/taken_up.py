"""Where a practice was taken up: what partnerships do by its example, and show to everybody."""

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice

MOST = 20


def taken_up(practice: Practice) -> list[Initiative]:
    """Return the public activities that name this practice, with where each stands. One query."""
    everywhere = Initiative.objects.unscoped(reason="what partnerships show to everybody")
    shown = everywhere.filter(
        practices=practice,
        is_public=True,
        place__state__in=(Place.State.ACTIVE, Place.State.LEAVING),
    )
    return list(shown.with_stage().select_related("place").order_by("place__name", "title")[:MOST])
