"""Take up what others did."""

from django.utils.translation import gettext as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.actions import propose_candidate
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice


def take_up_case(place: Place, practice: Practice, *, by: Actor) -> Initiative:
    """Put a case on a partnership's list of what could be tried; pressed twice, it stands there once."""
    is_co = practice.co in Initiative.Co.values
    return propose_candidate(
        place,
        title=practice.title,
        co=practice.co if is_co else Initiative.Co.COMMISSION,
        approach=practice.approach,
        what_happens=_("After the example of “%(title)s”, %(where)s.")
        % {"title": practice.title, "where": practice.where},
        groups=list(practice.who_takes_part),
        practices=[practice],
        origin=f"practice:{practice.pk}",
        by=by,
    )
