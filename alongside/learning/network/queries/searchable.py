"""What search may know of topics: members of the nation's partnerships find them, everybody those
that are for everybody; nobody finds what lies in a partnership's space or was removed.
"""

from collections.abc import Iterator

from django.urls import reverse

from alongside.foundation.search.kinds import Entry
from alongside.learning.network.models import Topic

KIND = "question"


def entry_of(topic: Topic) -> Entry | None:
    """Return a topic as it is found, or nothing where it isn't."""
    if topic.place.nation_id is not None or not topic.opening.is_shown:
        return None
    path = reverse("network:topic", args=[topic.public_id])
    accepted = topic.accepted.text if topic.accepted and topic.accepted.is_shown else ""
    return Entry(
        KIND,
        str(topic.public_id),
        topic.place_id,
        topic.title,
        " · ".join(filter(None, (topic.opening.text, accepted))),
        public_path=path if topic.is_public else "",
        inside_path=path,
        is_nationwide=True,
    )


def entries() -> Iterator[Entry]:
    """Every topic that can be found."""
    everything = Topic.objects.unscoped(reason="search knows for each row whose it is")
    told = everything.select_related("opening", "accepted", "place").order_by("pk")
    for topic in told.iterator(500):
        if (entry := entry_of(topic)) is not None:
            yield entry
