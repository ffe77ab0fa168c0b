"""The example's street: open to answer, with answers that were sent."""

from alongside.foundation.questionnaires.invariants import answers_that_differ
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.reach import sent_count
from alongside.site.demo import DemoSummary


def test_the_street_is_asked_and_has_answered(demo: DemoSummary) -> None:
    found = Questionnaire.objects.unscoped(reason="the example's only one")
    asked = found.select_related("place").get(slug="what-our-street-has")
    assert asked.state == Questionnaire.State.OPEN
    assert sent_count(asked) == 24
    assert list(answers_that_differ()) == []
