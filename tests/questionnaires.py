"""Questionnaires for tests, made by the actions that pages use."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.engines.questions.contents import Choice, Group, Layout, Question, Questionnaire
from alongside.engines.questions.kinds import Kind
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires import models
from alongside.foundation.questionnaires.actions import answering, preparing
from alongside.foundation.questionnaires.queries.answering import (
    Sheet,
    payload_of,
    response_of,
    sheet_of,
)
from alongside.foundation.questionnaires.queries.finding import find_questionnaire
from alongside.foundation.responses.payload import digest_of
from tests.people import World

HELP = dict.fromkeys(Activity.HELP_FIELDS, "request")


YES_NO = (Choice("yes", {"": "Yes"}), Choice("no", {"": "No"}))
NEIGHBOUR = Group(
    "neighbour",
    {"": "A neighbour"},
    (
        Question("first_name", Kind.TEXT, {"": "What do you call them?"}),
        Question("often", Kind.ONE, {"": "Do you meet every week?"}, choices="yes_no"),
    ),
    repeats=True,
)
STREET = Group(
    "street",
    {"": "Our street"},
    (
        Question("safe", Kind.ONE, {"": "I feel safe here"}, choices="yes_no"),
        Question("known", Kind.ONE, {"": "People know me here"}, choices="yes_no"),
    ),
    layout=Layout.TABLE,
)
SCALE = Question(
    "welcome_here",
    Kind.SCALE,
    {"": "How welcome do you feel?"},
    start_words={"": "not at all"},
    end_words={"": "very"},
)
SKILLS = Question(
    "skills",
    Kind.SEVERAL,
    {"": "What can you do?"},
    hint={"": "Choose all that fit."},
    choices="skills",
    asked_if="${helps} = 'yes'",
)
AGE = Question("age", Kind.WHOLE, {"": "How old are you?"}, may_decline=True, fits_if=". < 120")


def street(told: str = "") -> Questionnaire:
    """A questionnaire with one question of every kind that can be asked on a page."""
    skills = (
        Choice("cook", {"": f"Cooking {told}"}),
        Choice("drive", {"": "Driving"}),
        Choice("listen", {"": "Listening"}),
    )
    must = {"is_required": True}
    members = (
        Question("welcome", Kind.NOTE, {"": f"Welcome {told}"}),
        Question("agree", Kind.CONSENT, {"": "I agree to take part"}, **must),
        Question("helps", Kind.ONE, {"": "Do you help others?"}, choices="yes_no", **must),
        SKILLS,
        Question("order", Kind.RANKING, {"": "What do you like best?"}, choices="skills"),
        SCALE,
        AGE,
        Question("hours", Kind.DECIMAL, {"": "How many hours a week?"}),
        Question("since", Kind.DATE, {"": "Since when do you live here?"}),
        Question("time", Kind.TIME, {"": "When are you at home?"}),
        Question("where", Kind.PLACE, {"": "Where do you meet others?"}),
        STREET,
        NEIGHBOUR,
        Question("more", Kind.LONG_TEXT, {"": "Anything else?"}),
    )
    return Questionnaire({"": f"Our street {told}"}, members, {"yes_no": YES_NO, "skills": skills})


def prepared(
    place: Place, *, by: Actor, contents: Questionnaire | None = None, title: str = "Our street"
) -> models.Questionnaire:
    """A questionnaire that says what people are told, and is ready to open."""
    made = preparing.prepare_questionnaire(place, title=title, contents=contents or street(), by=by)
    return preparing.describe_questionnaire(
        made,
        title=title,
        minimum=5,
        closes_at=timezone.now() + timedelta(days=14),
        help_offered={**HELP, "note": "Ring us"},
        who_decides="The street, on 3 December",
        by=by,
    )


def opened(place: Place, *, by: Actor, **told: Any) -> models.Questionnaire:
    """A questionnaire that people can answer."""
    return preparing.open_questionnaire(prepared(place, by=by, **told), by=by)


def begun(asked: models.Questionnaire) -> tuple[Actor, Sheet]:
    """A guest who has begun, with their sheet."""
    seat, _cookie = answering.begin_as_guest(
        asked, submission_key=uuid.uuid4(), language="en-gb", network="192.0.2.7"
    )
    by = actor_of_seat(seat)
    return by, sheet_now(asked, by)


def sheet_now(asked: models.Questionnaire, by: Actor) -> Sheet:
    """Somebody's sheet as it stands."""
    response = response_of(asked, by)
    assert response is not None
    return sheet_of(response)


def say(
    asked: models.Questionnaire,
    by: Actor,
    told: Mapping[str, Any],
    declined: Sequence[str] = (),
) -> Sheet:
    """Keep answers by name, each on the page on which it is asked."""
    for address, answer in told.items():
        sheet = sheet_now(asked, by)
        page = next(p for p in sheet.pages if any(one.address == address for one in p.asked))
        others = {one.address: one.answer for one in page.asked if one.answer is not None}
        answering.keep_page(
            asked,
            sheet.response,
            key=page.key,
            told={**others, address: answer},
            declined=frozenset(declined),
            by=by,
        )
    return sheet_now(asked, by)


def send(asked: models.Questionnaire, by: Actor) -> Sheet:
    """Send what somebody has said."""
    sheet = sheet_now(asked, by)
    answering.send_answers(
        asked,
        sheet.response,
        submission_key=sheet.response.submission_key,
        seen=digest_of(payload_of(sheet.answers)),
        by=by,
    )
    return sheet_now(asked, by)


def furnish_questionnaires(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """One that is prepared, and one that is open, which a guest has answered. Return their names."""
    draft = prepared(place, by=by, title=f"Next questions {told}", contents=street(told))
    asked = opened(place, by=by, title=f"Questions {told}", contents=street(told))
    guest, _sheet = begun(asked)
    say(asked, guest, {"agree": True, "helps": "yes", "skills": ["cook"], "more": f"Words {told}"})
    send(asked, guest)
    ended = opened(place, by=by, title=f"Answered questions {told}", contents=street(told))
    for number in range(12):
        guest, _sheet = begun(ended)
        helps = "yes" if number % 3 else "no"
        say(ended, guest, {"agree": True, "helps": helps, "welcome_here": 1 + number % 5})
        send(ended, guest)
    preparing.end_questionnaire(ended, by=by)
    run_waiting_jobs()
    return {
        "questions-draft": draft.slug,
        "questions": asked.slug,
        "questions-ended": ended.slug,
    }


def begin_questions(slug: str, world: World) -> None:
    """Bo has begun to answer; Dev has sent."""
    asked = find_questionnaire(world.strathmuir, slug)
    assert asked is not None
    _answer(asked, world.bo.actor, "staff", "Bo alone")
    _answer(asked, world.dev.actor, "elected", "Dev alone")
    send(asked, world.dev.actor)


def _answer(asked: models.Questionnaire, by: Actor, group: str, told: str) -> None:
    answering.begin_answers(
        asked, submission_key=uuid.uuid4(), language="en-gb", group=group, by=by
    )
    say(asked, by, {"agree": True, "helps": "yes", "skills": ["cook"], "where": {"words": told}})
    sheet = sheet_now(asked, by)
    answering.keep_turn(asked, sheet.response, key="neighbour/1", once_more=True, by=by)
    say(asked, by, {"neighbour/1/first_name": told})
