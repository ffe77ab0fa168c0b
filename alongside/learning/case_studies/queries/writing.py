"""Reads for those who write and review cases."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.places.models import Place
from alongside.learning.case_studies.models import PAGES, CaseStudy, PublishedCase
from alongside.learning.case_studies.rules import NEEDED

TO_TELL = (Stage.EXISTING, Stage.TAKEN_ON, Stage.TRYING, Stage.STOPPED)
WAITING_FIRST = {"submitted": 0, "sent_back": 1, "published": 2, "withdrawn": 3}


def page_seen(case: CaseStudy, page: str) -> str:
    """Return a mark of what a page shows now, so that an older one is known again."""
    shown = [getattr(case, name) for name in PAGES[page]]
    told = json.dumps(shown, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def missing_in(case: CaseStudy) -> list[str]:
    """Return the fields that a case needs before it can be sent, and doesn't have."""
    return [name for name in NEEDED if not getattr(case, name)]


def cases_of(place: Place) -> list[CaseStudy]:
    """Return a partnership's case studies, the latest first. One query."""
    own = CaseStudy.objects.in_place(place).select_related("initiative")
    return list(own.order_by("-updated_on", "title"))


def case_at(place: Place, slug: str) -> CaseStudy | None:
    """Return one case study of a partnership, with its contacts."""
    own = CaseStudy.objects.in_place(place).select_related("initiative", "place__nation")
    return own.filter(slug=slug).first()


def cases_sent_to(nation: Place) -> list[CaseStudy]:
    """Return what partnerships sent in: what waits first, the longest first. One query."""
    sent = CaseStudy.objects.sent_to(nation).select_related("place").order_by("moved_on", "pk")
    return sorted(sent, key=lambda case: WAITING_FIRST[case.state])


def case_sent_to(nation: Place, partnership: str, slug: str) -> CaseStudy | None:
    """Return one case that was sent in."""
    sent = CaseStudy.objects.sent_to(nation).select_related("place__nation")
    return sent.filter(place__slug=partnership, slug=slug).first()


def published_of(case: CaseStudy) -> PublishedCase | None:
    """Return a case as it was published, whether it is withdrawn by now or not."""
    if case.place.nation is None:
        return None
    published = PublishedCase.objects.in_place(case.place.nation).filter(case_id=case.public_id)
    return published.select_related("practice__place").first()


def activities_to_tell(place: Place) -> list[Initiative]:
    """Return the activities of which a case could be told, those with most to tell first."""
    told = CaseStudy.objects.in_place(place).filter(initiative__isnull=False)
    own = Initiative.objects.in_place(place).exclude(pk__in=told.values("initiative"))
    happened = own.at(*TO_TELL)
    return sorted(happened, key=lambda one: (-_told_by(one), one.title))


def _told_by(initiative: Any) -> int:
    told = (initiative.what_happens, initiative.what_changed, initiative.people_count)
    return sum(1 for one in told if one)
