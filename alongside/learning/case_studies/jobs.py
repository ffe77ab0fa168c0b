"""Background work of the case library: fetch ids, call an action."""

from typing import Any

from alongside.foundation.places.models import Place
from alongside.learning.case_studies.actions.likening import work_out_likeness
from alongside.learning.case_studies.actions.reminding import forget_contacts, remind_of_cases


def liken_job(context: Any) -> None:
    """Compare a nation's cases with each other."""
    work_out_likeness(context.place)


def follow_likeness() -> None:
    """Compare anew what came into a library by another way than publishing."""
    nations = Place.objects.filter(kind=Place.Kind.NATION, state=Place.State.ACTIVE)
    for nation in nations.order_by("pk"):
        work_out_likeness(nation)


def remind() -> None:
    """Ask whether cases and contacts are still right; forget contacts that are long over."""
    remind_of_cases()
    forget_contacts()
