"""What is asked, given what was answered so far: the pages in their order.

A question whose condition doesn't hold is not asked, and what was once answered to it doesn't count
(the rule of ODK XForms). Conditions may speak of any question; one that speaks of a later question
sees that answer as it was last given.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from alongside.engines.questions.answers import Misfit, read_answer
from alongside.engines.questions.contents import Questionnaire
from alongside.engines.questions.expressions import is_true
from alongside.engines.questions.given import Given
from alongside.engines.questions.pages import Asked, Page, Where
from alongside.engines.questions.walk import Seen, Walk
from alongside.engines.questions.worth import condition_of, value_of


def pages(questionnaire: Questionnaire, given: Given, *, now: datetime) -> list[Page]:
    """Return every page that is asked, in order, as far as the answers go."""
    walk = Walk(questionnaire, given, now)
    return list(walk.pages(questionnaire.members, Where()))


def asked_in(found: Sequence[Page]) -> Iterator[Asked]:
    """Every question on the pages."""
    for page in found:
        yield from page.asked


def counted(questionnaire: Questionnaire, given: Given, *, now: datetime) -> Given:
    """Return what counts of the answers: those to questions that are asked, and what is worked out."""
    walk = Walk(questionnaire, given, now)
    kept = Given()
    for one in asked_in(list(walk.pages(questionnaire.members, Where()))):
        if one.answer is not None or one.is_declined:
            kept = kept.with_answer(one.address, one.answer, declined=one.is_declined)
    for address, worked_out in walk.worked_out.items():
        kept = kept.with_answer(address, worked_out)
    return kept


def read(
    questionnaire: Questionnaire, given: Given, one: Asked, told: Any, *, now: datetime
) -> Any:
    """Return an answer to a question that is asked, as it is kept. Raises Misfit.

    What has to hold (`fits_if`) is asked last, of the answer as it was read.
    """
    answer = read_answer(one.question, told, one.choices)
    if answer is not None and one.question.fits_if:
        walk = Walk(questionnaire, given.with_answer(one.address, answer), now)
        list(walk.pages(questionnaire.members, Where()))
        scope = Seen(walk, Where.of(one.address), answer=value_of(answer))
        if not is_true(condition_of(one.question.fits_if), scope):
            raise Misfit("does_not_fit")
    return answer
