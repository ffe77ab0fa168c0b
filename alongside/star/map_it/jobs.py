"""Background work of the Explorer: fetch ids, call an action."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from alongside.foundation.history.actor import system_actor
from alongside.star.map_it.actions.draw import draw_star, why_it_stands
from alongside.star.map_it.actions.reminders import remind_members
from alongside.star.map_it.actions.rounds import close_rounds_that_are_over
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import AS_IT_WAS, latest_release


def draw_star_job(context: Any, *, round_id: int) -> str:
    """Draw the Star of a round; returns the address of its results, and whether it is the old one."""
    rounds = Round.objects.unscoped(reason="the job was asked for by an action that checked")
    round_ = rounds.select_related("place", "activity").get(pk=round_id)
    before = latest_release(round_)
    release = draw_star(round_, by=system_actor(), report=context.report)
    address = reverse("map_it:results", args=[round_.place.slug, round_.slug])
    if before is None or release.pk != before.pk:
        return address
    return f"{address}?{AS_IT_WAS}={why_it_stands(round_, release)}"


def close_rounds() -> None:
    """Close every map whose day and grace are over; a sweep."""
    close_rounds_that_are_over(by=system_actor())


def send_reminders() -> None:
    """Tell members of open maps what is due; a sweep."""
    rounds = Round.objects.unscoped(reason="a sweep over all places").filter(
        state=Round.State.OPEN, is_provisional=False, closes_at__gt=timezone.now()
    )
    for round_ in rounds.select_related("place", "activity__notice"):
        remind_members(round_)
