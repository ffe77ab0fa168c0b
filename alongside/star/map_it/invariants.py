"""What must always hold of maps and their Stars."""

from collections.abc import Callable, Iterable, Iterator

from alongside.foundation.disclosure.models import Release
from alongside.star.map_it.actions.draw import hash_of, remake
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.queries.releases import latest_release
from alongside.star.map_it.queries.rows import load_rows


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about maps that must be true."""
    return {
        "Every Star can be made again from its answers": stars_that_differ,
        "Answers are only about services that their map asks about": answers_beside_the_map,
    }


def stars_that_differ() -> Iterator[str]:
    """First releases whose answers are unchanged, and which come out differently now.

    A later release depends on the earlier ones as well, so only first releases are made again.
    """
    for round_ in Round.objects.unscoped(reason="a check of all places").select_related("place"):
        release = latest_release(round_)
        if release is not None and release.number == 1 and _differs(round_, release):
            yield f"{round_.place.slug}/{round_.slug}, release {release.number}"


def _differs(round_: Round, release: Release) -> bool:
    data = load_rows(round_)
    return hash_of(data) == release.inputs_hash and remake(round_, data) != release.digest


def answers_beside_the_map() -> Iterator[str]:
    """Answers about a service that their round doesn't ask about."""
    answers = CoAnswer.objects.unscoped(reason="a check of all places")
    for round_ in Round.objects.unscoped(reason="a check of all places"):
        asked = set(round_.round_services.values_list("service_id", flat=True))
        beside = answers.filter(response__activity=round_.activity_id).exclude(service_id__in=asked)
        for number in beside.values_list("pk", flat=True):
            yield f"answer {number} in round {round_.pk}"
