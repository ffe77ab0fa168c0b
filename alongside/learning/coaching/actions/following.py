"""What falls due by itself: dates that move, looking back, and figures that are frozen."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.accounts.codes import new_token
from alongside.foundation.disclosure.actions import fingerprint, freeze_release
from alongside.foundation.disclosure.together import ENGINES
from alongside.foundation.history.actor import Actor
from alongside.foundation.notices.actions import tell
from alongside.learning.coaching.models import Cohort, Plan
from alongside.learning.coaching.queries.courses import last_day_of
from alongside.learning.coaching.queries.pairing import coach_of, holders_of
from alongside.learning.coaching.queries.progress import (
    ANSWERED_WITHIN,
    answers_of,
    cohorts_to_release,
    kind_of,
    what_changed_figures,
)
from alongside.learning.coaching.queries.progress import plans_to_look_back as due_plans
from alongside.learning.coaching.rules import look_back_on

# Days of a course may move until then; what was promised for afterwards counts from the last.
MOVES_FOR = timedelta(days=14)


@transaction.atomic
def follow_days() -> None:
    """Where the days of a course moved, its dates follow; a sweep."""
    cohorts = Cohort.objects.unscoped(reason="a sweep over all places")
    lately = timezone.localdate() - MOVES_FOR
    for cohort in cohorts.filter(ends_on__gte=lately).select_related("place"):
        ends_on = last_day_of(cohort)
        if ends_on is not None and ends_on != cohort.ends_on:
            cohort.ends_on = ends_on
            cohort.save(update_fields=["ends_on"])
            plans = Plan.objects.unscoped(reason="plans of a cohort lie in many partnerships")
            plans.filter(cohort=cohort).update(counts_from=ends_on)


def ask_to_look_back() -> int:
    """Tell whoever holds a plan, and their coach, that a date to look back has come; a sweep."""
    return sum(_ask(plan, when) for plan, when in due_plans())


def _ask(plan: Plan, when: str) -> int:
    day = look_back_on(plan.counts_from, when) if plan.counts_from else timezone.localdate()
    told = {"day": date_format(day, "j F")}
    key = f"{plan.pk} {when}"
    count = 0
    for person in holders_of(plan):
        title = _("Time to look back: what has changed by %(day)s?") % told
        path = reverse("plans:look-back", args=[plan.public_id, when])
        count += tell(person, kind="look-back", key=key, title=title, path=path) is not None
    if coach := coach_of(plan):
        title = _("Somebody whom you coach looks back on %(day)s") % told
        path = reverse("plans:plan", args=[plan.public_id])
        count += tell(coach, kind="look-back", key=key, title=title, path=path) is not None
    return count


def release_what_changed(*, by: Actor) -> int:
    """Freeze what may be told of what changed, two weeks after a date to look back; a sweep."""
    found = cohorts_to_release(timezone.localdate() - ANSWERED_WITHIN)
    for cohort, when in found:
        _release(cohort, when, by=by)
    return len(found)


@transaction.atomic
def _release(cohort: Cohort, when: str, *, by: Actor) -> None:
    answers = answers_of(cohort, when)
    seed = int(new_token()[:12], 16)
    cohort.activity.place = cohort.place
    freeze_release(
        cohort.activity,
        kind=kind_of(when),
        bundle=what_changed_figures(answers, seed=seed),
        inputs_hash=fingerprint([[one.pk, one.how_far] for one in answers]),
        engine_versions=ENGINES,
        answers_as_of=timezone.now(),
        seed=seed,
        by=by,
    )
