"""What search may know of initiatives: what their pages tell, without decisions and quotations."""

from collections.abc import Iterator

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.search.kinds import Entry, path_to

KIND = "activity"


def entry_of(initiative: Initiative) -> Entry:
    """Return an initiative as it is found: by everybody if it is public, else by members."""
    return Entry(
        KIND,
        str(initiative.pk),
        initiative.place_id,
        initiative.title,
        "\n".join(filter(None, (initiative.what_happens, initiative.what_changed))),
        public_path=path_to("activities:page", initiative.slug) if initiative.is_public else "",
        inside_path=path_to("initiatives:page", initiative.slug),
    )


def entries() -> Iterator[Entry]:
    """Every initiative of every place."""
    everything = Initiative.objects.unscoped(reason="search knows for each row whose it is")
    for initiative in everything.iterator(500):
        yield entry_of(initiative)
