"""An activity to take part in, for the tests of this room."""

from alongside.foundation.consent.models import Activity, Notice
from alongside.foundation.places.models import Place


def make_activity(place: Place, title: str = "Our map of 2026") -> Activity:
    """Return an activity with its notice."""
    notice = Notice.objects.create(
        place=place, version=1, kind=f"test {title}", who_sees="Nobody.", text="We ask because…"
    )
    return Activity.objects.create(
        place=place, kind="explorer_round", title=title, purpose="to see", notice=notice
    )
