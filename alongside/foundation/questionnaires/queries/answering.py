"""The sheet of somebody who answers: what they said so far, and the pages that come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from alongside.engines.questions.asking import asked_in, counted, pages
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.given import Given
from alongside.engines.questions.pages import Asked, Page
from alongside.foundation.history.actor import Actor
from alongside.foundation.questionnaires.models import Answers, Questionnaire
from alongside.foundation.questionnaires.queries.finding import contents_of
from alongside.foundation.responses.models import Response


@dataclass(frozen=True)
class Sheet:
    """One participant's sheet, as it stands at one moment."""

    response: Response
    answers: Answers
    contents: Contents
    given: Given
    now: datetime
    pages: tuple[Page, ...]
    passed: frozenset[str]  # keys of pages that may stay empty, and were left

    @property
    def is_sent(self) -> bool:
        return self.response.state == Response.State.SUBMITTED

    @property
    def has_answers(self) -> bool:
        return any(one.answer is not None or one.is_declined for one in asked_in(self.pages))

    @property
    def missing(self) -> list[Page]:
        """The pages on which something has to be answered, and isn't."""
        return [page for page in self.pages if any(one.is_missing for one in page.asked)]

    @property
    def first_open(self) -> Page | None:
        """The first page that still waits to be answered or passed."""
        return next((page for page in self.pages if not self._is_behind(page)), None)

    def page(self, key: str) -> Page | None:
        """The page of that key, if it is asked as things stand."""
        return next((page for page in self.pages if page.key == key), None)

    def after(self, key: str) -> Page | None:
        """The page that follows, if any."""
        keys = [page.key for page in self.pages]
        at = keys.index(key) + 1 if key in keys else len(keys)
        return self.pages[at] if at < len(keys) else None

    def before(self, key: str) -> Page | None:
        """The page that comes before, if any."""
        keys = [page.key for page in self.pages]
        at = keys.index(key) if key in keys else 0
        return self.pages[at - 1] if at else None

    def _is_behind(self, page: Page) -> bool:
        if page.key in self.passed:
            return not any(one.is_missing for one in page.asked)
        return bool(page.asked) and all(_is_answered(one) for one in page.asked)


def _is_answered(one: Asked) -> bool:
    return one.is_declined or one.answer is not None


def sheet_of(response: Response, now: datetime | None = None) -> Sheet:
    """Return a participant's sheet; its response came with answers and version."""
    answers: Answers = response.questionnaire_answers
    contents = contents_of(answers.version)
    given = Given(answers.document, frozenset(answers.declined))
    now = timezone.localtime(now)
    found = tuple(pages(contents, given, now=now))
    passed = frozenset(response.draft.get("passed", ()))
    return Sheet(response, answers, contents, given, now, found, passed)


def response_of(questionnaire: Questionnaire, actor: Actor) -> Response | None:
    """Return what the actor has begun or sent."""
    mine = Response.objects.in_place(questionnaire.place).filter(activity=questionnaire.activity_id)
    mine = mine.exclude(state=Response.State.WITHDRAWN).select_related(
        "participant__seat", "questionnaire_answers__version", "place"
    )
    person = actor.persons.get(questionnaire.place_id)
    if person is not None:
        return mine.filter(participant__person=person).first()
    if actor.seat_activity == questionnaire.activity_id:
        return mine.filter(participant__seat=actor.id).first()
    return None


def payload_of(answers: Answers) -> dict[str, Any]:
    """Return what is kept as plain values: what its digest is made from."""
    return {"document": answers.document, "declined": answers.declined}


def what_counts(sheet: Sheet) -> Given:
    """Return what was said to questions that are asked, what is worked out, and turns begun."""
    counts = counted(sheet.contents, sheet.given, now=sheet.now)
    for page in sheet.pages:
        group, _slash, turn = page.key.rpartition("/")
        if page.again and int(turn) > 1:
            counts = counts.with_turn(f"{group}/{int(turn) - 1}")
    return counts
