"""What must always hold of rooms (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import F, Q

from alongside.foundation.rooms.models import Arrival, Room


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about rooms that must be true."""
    return {
        "Everybody who came into a room takes part in its activity": strangers,
        "A room that has ended has no code": codes_of_the_ended,
    }


def strangers() -> list[str]:
    """Return arrivals of people who take part in something else."""
    everywhere = Arrival.objects.unscoped(reason="a check of all places")
    wrong = everywhere.exclude(participant__activity_id=F("room__activity_id"))
    return [f"arrival {pk}" for pk in wrong.values_list("pk", flat=True)]


def codes_of_the_ended() -> list[str]:
    """Return rooms that ended and can still be entered."""
    everywhere = Room.objects.unscoped(reason="a check of all places")
    wrong = everywhere.filter(~Q(code_hash=""), stage=Room.Stage.ENDED)
    return [f"room {pk}" for pk in wrong.values_list("pk", flat=True)]
