"""Put a room with 20 items into an empty installation, its door open; print where it is, as JSON.

Run by `installation` in a process of its own. With `count` it prints what the room holds by now.
"""

import json
import sys
from typing import Any

import django

ITEMS = 20


def main(words: list[str]) -> None:
    """Set Django up, then fill or count."""
    django.setup()
    print(json.dumps(_count() if words == ["count"] else _fill()))


def _fill() -> dict[str, str]:
    from django.test import Client  # noqa: PLC0415 - needs the set-up

    from alongside.foundation.rooms.codes import door_code  # noqa: PLC0415
    from tests.matrices import asking  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    world = make_world()
    ideas = [f"Something to do together, number {number}" for number in range(1, ITEMS + 1)]
    matrix = asking(world.strathmuir, by=world.cara.actor, ideas=ideas)
    client = Client()
    client.force_login(
        world.cara.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return {
        "code": door_code(matrix.room),
        "path": f"/strathmuir/rate/{matrix.slug}/",
        "live": f"/j/live/{matrix.room.public_id}/",
        "desk": f"/strathmuir/workspace/priorities/{matrix.slug}/",
        "cookie": client.cookies["sessionid"].value,
    }


def _count() -> dict[str, Any]:
    from alongside.foundation.responses.models import Response  # noqa: PLC0415
    from alongside.star.focus_it.models import Rating  # noqa: PLC0415

    why = "an installation of the benchmark's own"
    ratings = Rating.objects.unscoped(reason=why)
    return {
        "keys": [str(key) for key in ratings.values_list("submission_key", flat=True)],
        "counted": ratings.counted().count(),
        "people": Response.objects.unscoped(reason=why).filter(state="submitted").count(),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
