"""Small blocks that several pages of coaching show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.wording import page_of, when_told, where_told
from alongside.learning.coaching.models import Cohort, LookBack


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a cohort: when, where, and its page."""

    gathering: Gathering
    when: str
    where: str
    url: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class CohortCard:
    """A cohort as lists show it."""

    cohort: Cohort
    url: str
    join_url: str
    days: list[Day]
    can_join: bool
    is_full: bool
    is_over: bool


def day_of(gathering: Gathering) -> Day:
    """What is said of one day."""
    is_over = gathering.ends_at < timezone.now()
    when, where = when_told(gathering), where_told(gathering)
    return Day(gathering, when, where, page_of(gathering), is_over)


def cohort_card(cohort: Cohort) -> CohortCard:
    """What lists say of a cohort: its days, and whether one can join."""
    address = [cohort.place.slug, cohort.course.slug]
    gatherings = [one.gathering for one in cohort.days.all()]
    coming = [
        one
        for one in gatherings
        if one.state == Gathering.State.PUBLISHED and one.starts_at > timezone.now()
    ]
    return CohortCard(
        cohort,
        reverse("courses:course", args=address),
        reverse("courses:join", args=[*address, cohort.number]),
        [day_of(one) for one in gatherings],
        can_join=cohort.state == Cohort.State.OPEN and bool(coming),
        is_full=any(one.free_count <= 0 for one in coming),
        is_over=all(one.ends_at < timezone.now() for one in gatherings),
    )


def releases_told(releases: Mapping[str, Release]) -> list[dict[str, Any]]:
    """What was frozen, date by date, ready to be shown; dates with too few answers are left out."""
    told = []
    for when in LookBack.When:
        release = releases.get(when.value)
        counts = release.bundle["questions"]["how_far"] if release else None
        if release is None or not counts:
            continue
        rows = [
            {"label": str(label), "count": count}
            for label, count in zip(LookBack.HowFar.labels, counts, strict=True)
        ]
        words = release.bundle["words"]["what_changed"]
        answered = release.bundle["answered"]
        told.append({"when": str(when.label), "answered": answered, "rows": rows, "words": words})
    return told


def law_told() -> list[str]:
    """Who could ask for notes by law: said before anybody writes one (decision 0037)."""
    return [
        _("Each of you may ask for what is written about you (UK GDPR, article 15)."),
        _(
            "Where one of you works for a public body, somebody may ask for the notes under freedom "
            "of information law. What tells of a person is as a rule held back."
        ),
        _("A court can order them to be shown, as it can with any letter."),
        _("Whoever looks after the server could reach them, and is bound not to read them."),
    ]
