"""What search may know of gatherings: what their public pages tell; never who comes."""

from collections.abc import Iterator

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.wording import page_of, when_told
from alongside.foundation.places.models import Place
from alongside.foundation.search.kinds import Entry

KIND = "event"


def entry_of(gathering: Gathering) -> Entry:
    """Return a gathering as it is found: by everybody, or by members only."""
    is_public = gathering.audience == Gathering.Audience.PUBLIC
    path = page_of(gathering)
    told = (when_told(gathering), gathering.venue, gathering.what, gathering.what_came)
    return Entry(
        KIND,
        str(gathering.pk),
        gathering.place_id,
        gathering.title,
        "\n".join(filter(None, told)),
        public_path=path if is_public else "",
        inside_path=path,
        is_nationwide=gathering.place.kind == Place.Kind.NATION,
    )


def entries() -> Iterator[Entry]:
    """Every gathering that was announced, of every place."""
    everything = Gathering.objects.unscoped(reason="search knows for each row whose it is")
    announced = everything.exclude(state=Gathering.State.DRAFT)
    # What was called off before it was announced was never told to anybody.
    announced = announced.exclude(state=Gathering.State.CANCELLED, why_cancelled="")
    for gathering in announced.select_related("place").iterator(500):
        yield entry_of(gathering)
