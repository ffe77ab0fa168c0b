"""Questions that a street answers about what it has and can do, with answers made up by chance."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from alongside.engines.questions import xlsform
from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires.actions import answering, preparing
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.answering import payload_of, response_of, sheet_of
from alongside.foundation.responses.payload import digest_of
from alongside.site.demo.opinions import SEED

TOLD = ("title", "purpose", "who_decides", "what_can_change", "what_cannot_change")
GIVEN = {
    "ways": ("shop", "talk", "children", "repair"),
    "gifts": ("cook", "grow", "mend", "phone", "story"),
}
WISHES = ("meal", "bench", "tools")


def ask_a_street(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Prepare it from the sheets as a facilitator would, open it, and let neighbours answer."""
    contents, report = xlsform.read(
        {name: told[name] for name in ("survey", "choices", "settings")}
    )
    if contents is None:
        raise ValueError([f"{line.place}: {line.words}" for line in report.errors])
    asked = preparing.prepare_questionnaire(place, title=told["title"], contents=contents, by=by)
    offered = dict.fromkeys(Activity.HELP_FIELDS, Offered.ON_REQUEST.value)
    asked = preparing.describe_questionnaire(
        asked,
        minimum=5,
        closes_at=timezone.now() + timedelta(days=told["last_day_in"]),
        help_offered={**offered, "note": told["note"]},
        by=by,
        **{name: told[name] for name in TOLD},
    )
    asked = preparing.open_questionnaire(asked, by=by)
    chance = Random(f"{SEED} street")  # noqa: S311 - the same example everywhere
    for _neighbour in range(told["answered_by"]):
        _answer(asked, chance)


def _answer(asked: Questionnaire, chance: Random) -> None:
    seat, _cookie = answering.begin_as_guest(
        asked, submission_key=uuid.uuid4(), language="en-gb", network="192.0.2.20"
    )
    by = actor_of_seat(seat)
    response = response_of(asked, by)
    if response is None:
        raise LookupError(asked.slug)
    told: dict[str, Any] = {
        "helps": "yes" if chance.random() < 0.7 else "no",
        "gifts": [one for one in GIVEN["gifts"] if chance.random() < 0.4],
        "wishes": chance.sample(WISHES, len(WISHES)),
        "welcome": chance.randint(2, 5),
        "years": chance.randint(0, 40),
    }
    if told["helps"] == "yes":
        told["ways"] = [one for one in GIVEN["ways"] if chance.random() < 0.5]
    for key, answer in told.items():
        answering.keep_page(
            asked, response, key=key, told={key: answer}, declined=frozenset(), by=by
        )
    kept = response_of(asked, by)
    if kept is not None:
        answering.send_answers(
            asked,
            kept,
            submission_key=kept.submission_key,
            seen=digest_of(payload_of(sheet_of(kept).answers)),
            by=by,
        )
