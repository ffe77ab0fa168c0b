"""How far the five steps are, each with the fact it rests on: the arcs of the Star's inner ring.

Read from what the steps leave in the foundation (releases, initiatives and their decisions), so
that any page may draw them. A step whose module isn't there yet has simply not started.
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.consent.models import Activity
from alongside.foundation.disclosure.models import Release
from alongside.foundation.initiatives.queries import BoardCounts, board_counts
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.picture import STEP_KEYS, ArcPicture, ArcState


def step_arcs(
    place: Place, words: Words, *, counts: BoardCounts | None = None, drawn: bool | None = None
) -> tuple[ArcPicture, ...]:
    """Return the five arcs of a place. One query for each of `counts` and `drawn` not given."""
    if counts is None:
        counts = board_counts(place, today=timezone.localdate())
    if drawn is None:
        drawn = Release.objects.in_place(place).filter(kind="star").exists()
    found = {"map": _map(place, counts, drawn=drawn), "focus": _focus(counts)}
    nothing = (ArcState.NOT_STARTED, _("nothing yet"))
    return tuple(
        ArcPicture(step, words[f"{step}_short"], *found.get(step, nothing)) for step in STEP_KEYS
    )


def _map(place: Place, counts: BoardCounts, *, drawn: bool) -> tuple[ArcState, str]:
    if drawn:
        fact = ngettext("%(n)s practice found", "%(n)s practices found", counts.existing)
        return ArcState.WORKING, fact % {"n": counts.existing}
    maps = Activity.objects.in_place(place).filter(kind="explorer_round")
    if maps.filter(opened_at__isnull=False).exists():
        return ArcState.TRYING, _("answers are coming in")
    return ArcState.NOT_STARTED, _("nothing yet")


def _focus(counts: BoardCounts) -> tuple[ArcState, str]:
    if counts.decided:
        return ArcState.WORKING, _("%(decided)s decided, %(waiting)s waiting") % {
            "decided": counts.decided,
            "waiting": counts.candidates,
        }
    if counts.candidates:
        fact = ngettext(
            "%(n)s activity to decide on", "%(n)s activities to decide on", counts.candidates
        )
        return ArcState.TRYING, fact % {"n": counts.candidates}
    return ArcState.NOT_STARTED, _("nothing yet")
