"""What search may know of courses: what their public pages tell; never who takes them."""

from collections.abc import Iterator

from alongside.foundation.places.models import Place
from alongside.foundation.search.kinds import Entry, front_of
from alongside.learning.coaching.models import Cohort, Course

KIND = "course"


def entry_of(course: Course) -> Entry:
    """Return a course as everybody finds it."""
    path = front_of(KIND, course.place.slug, course.slug)
    return Entry(
        KIND,
        str(course.pk),
        course.place_id,
        course.title,
        f"{course.what}\n{course.for_whom}",
        public_path=path,
        inside_path=path,
        is_nationwide=course.place.kind == Place.Kind.NATION,
    )


def entries() -> Iterator[Entry]:
    """Every course of which a cohort was ever open, of every place."""
    everything = Course.objects.unscoped(reason="search knows for each row whose it is")
    announced = everything.filter(pk__in=Cohort.objects.all().announced().values("course"))
    for course in announced.select_related("place").iterator(500):
        yield entry_of(course)
