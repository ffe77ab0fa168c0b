"""Put 500 events into an empty installation, one of them with ten free places; print where, as JSON.

Run by `installation` in a process of its own. With `count` it prints who has a place by now.
"""

import json
import sys
from typing import Any

import django

EVENTS = 500
TAKEN, FREE = 30, 10
PLACE = "/strathmuir/workspace/events/"


def main(words: list[str]) -> None:
    """Set Django up, then fill or count."""
    django.setup()
    print(json.dumps(_count() if words == ["count"] else _fill()))


def _fill() -> dict[str, Any]:
    from django.test import Client  # noqa: PLC0415 - needs the set-up

    from tests.gatherings import announced, books  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    world = make_world()
    by = world.cara.actor
    for number in range(EVENTS - 1):
        announced(world.strathmuir, by=by, title=f"Event {number}", days=10 + number / 2)
    last = announced(world.strathmuir, by=by, title="Last places", days=9, capacity=TAKEN + FREE)
    for number in range(TAKEN):
        books(last, f"Early {number}", access="A ramp")
    client = Client()
    client.force_login(
        world.cara.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    path = f"/learn/events/strathmuir/{last.slug}/"
    return {
        "path": path,
        "cookie": client.cookies["sessionid"].value,
        "pages": {
            "events": "/learn/events/",
            "calendar feed": "/learn/events/calendar.ics",
            "event": path,
            "book": f"{path}book/",
            "desk, 200 events": PLACE,
            "desk, one event": f"{PLACE}{last.slug}/",
            "who comes, 530": f"{PLACE}{last.slug}/people/",
        },
    }


def _count() -> dict[str, Any]:
    from alongside.foundation.gatherings.models import Booking  # noqa: PLC0415

    bookings = Booking.objects.unscoped(reason="an installation of the benchmark's own")
    here = bookings.filter(gathering__slug="last-places").order_by("number")
    return {
        "bookings": list(here.values_list("number", "state")),
        "keys": [str(key) for key in here.values_list("submission_key", flat=True)],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
