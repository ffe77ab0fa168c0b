"""How a cohort gets on, in numbers; and what changed, told together.

Whoever runs a course sees how many, never who: below five people there are no numbers at all, and
what people said when they looked back is frozen once, two weeks after its date (trust 22 to 26).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.disclosure.models import Release
from alongside.foundation.disclosure.together import POLICY, told_together
from alongside.learning.coaching.models import Cohort, LookBack, Plan
from alongside.learning.coaching.rules import look_back_on

ANSWERED_WITHIN = timedelta(days=14)
# Whoever was asked so long ago and said nothing isn't asked again.
ASKED_FOR = timedelta(days=60)
QUESTIONS = {"how_far": LookBack.HowFar.values}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many are in a cohort, and, where they are enough, how they get on."""

    people: int
    is_told: bool
    planning: int = 0
    coached: int = 0
    actions: int = 0
    done: int = 0
    looked_back: int = 0


def progress_of(cohort: Cohort) -> Progress:
    """Return the numbers of a cohort. One query, whatever the number of people."""
    counts = plans_of(cohort).aggregate(
        people=Count("pk", distinct=True),
        planning=Count("pk", filter=Q(planned__isnull=False), distinct=True),
        actions=Count("planned", distinct=True),
        done=Count(
            "planned",
            filter=Q(planned__commitment__state=Commitment.State.DONE),
            distinct=True,
        ),
        coached=Count("pairings", filter=Q(pairings__ended_at=None), distinct=True),
        looked_back=Count("pk", filter=Q(look_backs__isnull=False), distinct=True),
    )
    if counts["people"] < POLICY.minimum:
        return Progress(counts["people"], is_told=False)
    return Progress(is_told=True, **counts)


def plans_of(cohort: Cohort) -> QuerySet[Plan]:
    """Return the plans of a cohort, in whichever partnership, for those who run it."""
    plans = Plan.objects.unscoped(reason="plans of a cohort lie in many partnerships")
    return plans.filter(cohort=cohort, left_at=None)


def people_in(cohort: Cohort) -> QuerySet[Plan]:
    """Return who is in a cohort, by partnership and name."""
    known = plans_of(cohort).select_related("place", "person")
    return known.order_by("place__name", "person__name", "pk")


def plans_to_look_back() -> Iterator[tuple[Plan, str]]:
    """Return plans for which a date to look back has come, and that say nothing yet; a sweep."""
    today = timezone.localdate()
    for when in LookBack.When:
        # A month more on each side of the rule: the day itself is worked out for each plan.
        earliest = today - ASKED_FOR - (look_back_on(today, when) - today) - timedelta(days=3)
        plans = Plan.objects.unscoped(reason="a sweep over all places").going_on()
        known = plans.filter(counts_from__gte=earliest, place__state="active")
        silent = known.exclude(look_backs__when=when)
        for plan in silent.select_related("person__place", "place", "cohort"):
            on = look_back_on(plan.counts_from, when) if plan.counts_from else None
            if on is not None and on <= today < on + ASKED_FOR:
                yield plan, when


def cohorts_to_release(until: date) -> list[tuple[Cohort, str]]:
    """Return the cohorts with a date up to that day whose figures nobody has frozen; a sweep."""
    cohorts = Cohort.objects.unscoped(reason="a sweep over all places")
    ended = cohorts.filter(ends_on__lte=until).select_related("place", "activity")
    return [
        (cohort, when.value)
        for when in LookBack.When
        for cohort in ended.exclude(activity__releases__kind=kind_of(when))
        if cohort.ends_on is not None and look_back_on(cohort.ends_on, when) <= until
    ]


def answers_of(cohort: Cohort, when: str) -> list[LookBack]:
    """Return what was said at one date, in whichever partnership, to be told together."""
    said = LookBack.objects.unscoped(reason="answers of a cohort lie in many partnerships")
    return list(said.filter(plan__cohort=cohort, when=when).order_by("pk"))


def kind_of(when: str) -> str:
    """What the release of one date is called."""
    return f"look-back {when}"


def what_changed_figures(answers: list[LookBack], *, seed: int) -> dict[str, Any]:
    """Return what may be told; in words only from those who agreed to it."""
    words = {"what_changed": [one.what_changed for one in answers if one.may_tell]}
    if len(words["what_changed"]) < POLICY.minimum:
        words = {"what_changed": []}
    return told_together(answers, questions=QUESTIONS, words=words, seed=seed)


def releases_of(cohort: Cohort) -> dict[str, Release]:
    """Return what was frozen of a cohort, by date. One query."""
    kinds = {kind_of(when): when.value for when in LookBack.When}
    found = Release.objects.in_place(cohort.place).filter(
        activity=cohort.activity_id, kind__in=list(kinds)
    )
    return {kinds[one.kind]: one for one in found.order_by("number")}
