"""Put a matrix of 50 items and 500 raters into an empty installation, revealed; print where it is.

Run by `installation` in a process of its own, with that installation's settings.
"""

import json
import random
import time
import uuid

import django

ITEMS, RATERS = 50, 500
GROUPS = {"resident": 60, "staff": 25, "manager": 10, "elected": 5}


def main() -> None:
    """Set Django up, fill, reveal, work out, and print."""
    django.setup()
    print(json.dumps(_fill()))


def _fill() -> dict[str, object]:
    from django.test import Client  # noqa: PLC0415 - needs the set-up

    from alongside.foundation.jobs.testing import run_waiting_jobs  # noqa: PLC0415
    from alongside.star.focus_it.actions.reveal import reveal_matrix  # noqa: PLC0415
    from tests.matrices import asking  # noqa: PLC0415
    from tests.people import make_world  # noqa: PLC0415

    world = make_world()
    cara = world.cara.actor
    ideas = [f"Something to do together, number {number}" for number in range(1, ITEMS + 1)]
    matrix = asking(world.strathmuir, by=cara, ideas=ideas)
    _rate(matrix)
    began = time.process_time()
    reveal_matrix(matrix, turn=1, by=cara)
    revealed = time.process_time()
    run_waiting_jobs()
    client = Client()
    client.force_login(
        world.cara.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    desk = f"/strathmuir/workspace/priorities/{matrix.slug}/"
    return {
        "pages": {
            "results": f"{desk}results/",
            "one item": f"{desk}results/how/7/",
            "how it came about": f"{desk}results/how/",
            "what fits": f"{desk}what-fits/",
            "big screen": f"{desk}screen/",
            "its state": f"{desk}screen/state/",
        },
        "cookie": client.cookies["sessionid"].value,
        "reveal_seconds": revealed - began,
        "sure_seconds": time.process_time() - revealed,
    }


def _rate(matrix) -> None:  # type: ignore[no-untyped-def] # a Matrix, once Django is set up
    """Ratings as the actions leave them, written in one go."""
    from django.utils import timezone  # noqa: PLC0415

    from alongside.star.focus_it.models import Rating  # noqa: PLC0415
    from alongside.star.focus_it.queries.matrices import items_of  # noqa: PLC0415

    chance, now = random.Random(1), timezone.now()
    items, sheets = items_of(matrix), _sheets(matrix, chance)
    centres = {item.pk: (chance.uniform(1.6, 4.4), chance.uniform(1.6, 4.4)) for item in items}
    Rating.objects.bulk_create(
        (
            Rating(
                place=matrix.place,
                item=item,
                response=sheet,
                turn=1,
                item_version=item.version,
                scores={
                    key: min(5, max(1, round(chance.gauss(centre, 0.9))))
                    for key, centre in zip(("impact", "effort"), centres[item.pk], strict=True)
                },
                submission_key=uuid.uuid4(),
                payload_hash="bench",
                answered_at=now,
                received_at=now,
            )
            for sheet in sheets
            for item in items
        ),
        batch_size=2000,
    )


def _sheets(matrix, chance: random.Random) -> list:  # type: ignore[no-untyped-def,type-arg] # as above
    """The sheets of everybody who rates, by group."""
    from django.utils import timezone  # noqa: PLC0415

    from alongside.foundation.consent.models import Participant  # noqa: PLC0415
    from alongside.foundation.responses.models import Response  # noqa: PLC0415

    common = {"place": matrix.place, "activity": matrix.activity}
    people = Participant.objects.bulk_create(
        Participant(**common, pseudonym=f"rater {number}") for number in range(RATERS)
    )
    return Response.objects.bulk_create(
        Response(
            **common,
            participant=participant,
            state=Response.State.SUBMITTED,
            group=chance.choices(list(GROUPS), list(GROUPS.values()))[0],
            group_confirmed=True,
            instrument_version=matrix.instrument_version,
            submission_key=uuid.uuid4(),
            received_at=timezone.now(),
        )
        for participant in people
    )


if __name__ == "__main__":
    main()
