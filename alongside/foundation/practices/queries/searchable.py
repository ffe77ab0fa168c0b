"""What search may know of the index of practice. Members read it, each in their own partnership."""

from collections.abc import Iterator

from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries.public import is_public
from alongside.foundation.search.kinds import Entry, front_of, path_to

KIND = "practice"


def entry_of(practice: Practice) -> Entry:
    """Return a practice as it is found."""
    told = (
        practice.what_happens,
        practice.approach,
        practice.service_area,
        practice.where,
        practice.note,
        practice.body,
    )
    return Entry(
        KIND,
        str(practice.pk),
        practice.place_id,
        practice.title,
        " · ".join(filter(None, told)),
        public_path=_public_path(practice),
        inside_path=path_to("practices:page", practice.place.slug, practice.slug),
        is_nationwide=True,
    )


def _public_path(practice: Practice) -> str:
    if not is_public(practice):
        return ""
    return front_of(KIND, practice.place.slug, practice.slug)


def entries() -> Iterator[Entry]:
    """Every practice of every place."""
    everything = Practice.objects.unscoped(reason="search knows for each row whose it is")
    for practice in (
        everything.filter(withdrawn_on__isnull=True).select_related("place").iterator(500)
    ):
        yield entry_of(practice)
