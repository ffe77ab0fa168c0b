"""Who may start a partnership in a nation, and what one that waits may not do yet."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place


def admission_in(nation: Place | None) -> Place.Admission:
    """Return how partnerships begin in a nation: as it chose, else as the installation says."""
    chosen = nation.admission if nation else ""
    return Place.Admission(chosen or settings.NEW_PARTNERSHIPS)


def refuse_unless_admitted(place: Place) -> None:
    """Refuse what would reach people, as long as nobody has said yes to the partnership."""
    if place.state == Place.State.PENDING:
        raise Refusal(
            "not_admitted",
            _(
                "The national team has not said yes to this partnership yet. Until then you can "
                "prepare everything, but not invite or ask anybody."
            ),
            status=409,
        )
