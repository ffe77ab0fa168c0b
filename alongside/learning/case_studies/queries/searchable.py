"""What search may know of collections; their cases are found as entries of the index."""

from collections.abc import Iterator

from alongside.foundation.search.kinds import Entry, front_of
from alongside.learning.case_studies.models import Collection

KIND = "collection"


def entry_of(collection: Collection) -> Entry:
    """Return a public collection as it is found."""
    return Entry(
        KIND,
        str(collection.pk),
        collection.place_id,
        collection.title,
        collection.introduction,
        public_path=front_of(KIND, collection.place.slug, collection.slug),
    )


def entries() -> Iterator[Entry]:
    """Every collection that everybody may read."""
    for collection in Collection.objects.for_everybody().select_related("place").iterator(500):
        yield entry_of(collection)
