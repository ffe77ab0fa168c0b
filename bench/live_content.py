"""Put an event into an empty installation, its room open, a poll asked; print where, as JSON.

Run by `installation` in a process of its own. With `count` it prints what the room holds by now.
"""

import json
import sys
from collections import Counter
from typing import Any

import django

QUESTIONS = 20
CHOICES = ("Home care", "Parks", "Buses", "The library")


def main(words: list[str]) -> None:
    """Set Django up, then fill or count."""
    django.setup()
    print(json.dumps(_count() if words == ["count"] else _fill()))


def _fill() -> dict[str, Any]:
    from django.test import Client  # noqa: PLC0415 - needs the set-up

    from alongside.foundation.rooms.codes import door_code  # noqa: PLC0415
    from alongside.learning.events.actions.floor import enter_live  # noqa: PLC0415
    from alongside.learning.events.actions.live import move_poll  # noqa: PLC0415
    from tests.gatherings import announced, asks, guest_in, hall_of, poll_in  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    world = make_world()
    by = world.cara.actor
    event = announced(world.strathmuir, by=by)
    room = hall_of(event, by=by)
    asker = [guest_in(event, room) for _n in range(QUESTIONS // 4)]
    for number in range(QUESTIONS):
        asks(room, asker[number % len(asker)], f"Prepared question {number}?")
    poll = move_poll(event, poll_in(event, room, choices=CHOICES, by=by), "open", by=by)
    enter_live(event, room, participant=None, through_door=False, cookie="", by=by)
    client = Client()
    client.force_login(
        world.cara.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    path = f"/learn/events/strathmuir/{event.slug}/live/"
    desk = f"/strathmuir/workspace/events/{event.slug}/live/"
    return {
        "code": door_code(room),
        "path": path,
        "live": f"/j/live/{room.public_id}/",
        "desk": desk,
        "poll": str(poll.pk),
        "cookie": client.cookies["sessionid"].value,
        "pages": {
            "on a phone": path,
            "desk": desk,
            "big screen": f"{desk}screen/",
            "its state": f"{desk}screen/state/",
        },
    }


def _count() -> dict[str, Any]:
    from alongside.learning.events.invariants import invariants  # noqa: PLC0415
    from alongside.learning.events.models import (  # noqa: PLC0415
        FloorQuestion,
        Poll,
        Support,
        Vote,
    )

    why = "an installation of the benchmark's own"
    votes = Vote.objects.unscoped(reason=why)
    supports = Support.objects.unscoped(reason=why)
    asked = FloorQuestion.objects.unscoped(reason=why).exclude(text__startswith="Prepared")
    release = Poll.objects.unscoped(reason=why).get().release
    return {
        "choices": Counter(str(one) for one in votes.values_list("choice", flat=True)),
        "told": release.bundle if release else {},
        "supports": [str(one) for one in supports.values_list("question__public_id", flat=True)],
        "asked": [str(key) for key in asked.values_list("submission_key", flat=True)],
        "broken": [found for check in invariants().values() for found in check()],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
