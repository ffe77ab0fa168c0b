"""What a partnership has published, by kind, for the day on which it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.models import Place
from alongside.learning.blog.models import Post, Prose
from alongside.learning.case_studies.models import CaseStudy
from alongside.learning.coaching.models import CourseDay

LISTED = 100
READ_ONLY = timedelta(days=90)


class Kind(StrEnum):
    """What is asked about, one by one."""

    POSTS = "posts"
    PAGES = "pages"
    EVENTS = "events"
    CASES = "cases"


NAMES = {
    Kind.POSTS: gettext_lazy("Posts"),
    Kind.PAGES: gettext_lazy("Pages"),
    Kind.EVENTS: gettext_lazy("Events to come"),
    Kind.CASES: gettext_lazy("Cases in the library"),
}


@dataclass(frozen=True, slots=True)
class Published:
    """One kind of it: each by its title."""

    kind: Kind
    titles: Sequence[str]

    @property
    def name(self) -> str:
        return str(NAMES[self.kind])

    @property
    def shown(self) -> Sequence[str]:
        """As many as a page lists."""
        return self.titles[:LISTED]

    @property
    def more(self) -> int:
        """How many it doesn't list."""
        return max(0, len(self.titles) - LISTED)


def events_to_come(place: Place) -> list[Gathering]:
    """Return what it has announced and not held, the next first; days of courses are apart."""
    return list(_coming(place).exclude(pk__in=_days_of_courses(place)))


def course_days_to_come(place: Place) -> list[Gathering]:
    """Return the days of its courses: they go with those who joined, and with nobody else."""
    return list(_coming(place).filter(pk__in=_days_of_courses(place)))


def _coming(place: Place) -> QuerySet[Gathering]:
    announced = Gathering.objects.in_place(place).filter(state=Gathering.State.PUBLISHED)
    coming = announced.filter(starts_at__gt=timezone.now()).select_related("place")
    return coming.order_by("starts_at")


def _days_of_courses(place: Place) -> QuerySet[CourseDay, int]:
    return CourseDay.objects.in_place(place).values_list("gathering", flat=True)


def published_cases(place: Place) -> list[CaseStudy]:
    """Return its cases of which the library holds a copy."""
    own = CaseStudy.objects.in_place(place).filter(state=CaseStudy.State.PUBLISHED)
    return list(own.select_related("place__nation"))


def titles_of(gatherings: Iterable[Gathering]) -> list[str]:
    """Return what each is called, and when it is."""
    told = _("%(title)s, %(day)s")
    return [
        told % {"title": one.title, "day": date_format(one.starts_at.astimezone(one.zone))}
        for one in gatherings
    ]


def published_by(place: Place) -> list[Published]:
    """Return what there is of each kind; kinds of which there is nothing are left out."""
    posts = Post.objects.live().filter(place=place).order_by("-dated_on")
    pages = Prose.objects.live().filter(place=place).order_by("title")
    told = {
        Kind.POSTS: list(posts.values_list("title", flat=True)),
        Kind.PAGES: list(pages.values_list("title", flat=True)),
        Kind.EVENTS: titles_of(events_to_come(place)),
        Kind.CASES: [case.title for case in published_cases(place)],
    }
    return [Published(kind, titles) for kind, titles in told.items() if titles]


def last_day(place: Place) -> date:
    """Return the day on which the rows of a partnership that leaves are deleted."""
    began: date = place.leaving_since or timezone.localdate()
    return began + READ_ONLY


def waiting_messages(place: Place) -> int:
    """Return how many people wait for an answer there."""
    return Enquiry.objects.in_place(place).waiting().count()
