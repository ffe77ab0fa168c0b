"""What must always hold of releases."""

from collections.abc import Callable, Iterable, Iterator

from alongside.foundation.disclosure.actions import release_is_intact
from alongside.foundation.disclosure.models import Release


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about releases that must be true."""
    return {"Every release still has its fingerprint": changed_releases}


def changed_releases() -> Iterator[str]:
    """Releases whose figures are no longer those that were frozen."""
    for release in Release.objects.unscoped(reason="a check of all places").iterator():
        if not release_is_intact(release):
            yield f"release {release.pk} of place {release.place_id}"
