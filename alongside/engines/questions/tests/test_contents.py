"""A questionnaire is written down as JSON and read again, the same."""

import json

import pytest

from alongside.engines.questions.contents import (
    Choice,
    Group,
    Layout,
    Question,
    Questionnaire,
    as_document,
    from_document,
    words_in,
)
from alongside.engines.questions.kinds import Kind

AGREE = (Choice("yes", {"en": "Yes", "gd": "Tha"}), Choice("no", {"en": "No"}, {"kind": "bad"}))
FULL = Questionnaire(
    title={"en": "Lunch"},
    members=(
        Question("name", Kind.TEXT, {"en": "Your name?"}, may_decline=True),
        Group(
            "meals",
            {"en": "Meals"},
            (
                Question(
                    "hot", Kind.ONE, {"en": "Hot?"}, choices="agree", asked_if="${name} != ''"
                ),
                Question("often", Kind.SCALE, {"en": "How often?"}, start=0, end=7),
            ),
            layout=Layout.TABLE,
            repeats=True,
            most=3,
        ),
    ),
    lists={"agree": AGREE},
    languages=("en", "gd"),
    form_id="lunch",
)


def test_it_is_read_again_as_it_was_written() -> None:
    assert from_document(json.loads(json.dumps(as_document(FULL)))) == FULL


def test_what_has_its_default_is_left_out() -> None:
    document = as_document(FULL)
    assert set(document) == {"title", "members", "lists", "languages", "form_id"}
    assert document["members"][0] == {
        "name": "name",
        "kind": "text",
        "label": {"en": "Your name?"},
        "may_decline": True,
    }


def test_questions_within_groups_are_found_in_order() -> None:
    assert [one.name for one in FULL.questions()] == ["name", "hot", "often"]
    assert FULL.choices_of(FULL.question("hot")) == AGREE
    with pytest.raises(KeyError):
        FULL.question("nothing")


def test_a_text_falls_back_to_the_first_language_that_has_it() -> None:
    assert words_in(AGREE[0].label, "gd") == "Tha"
    assert words_in(AGREE[1].label, "gd") == "No"
    assert words_in({}, "gd") == ""


@pytest.mark.parametrize(
    "broken", [{}, {"members": 3}, {"members": [{"name": "x"}]}, {"members": [], "colour": "red"}]
)
def test_anything_else_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a questionnaire"):
        from_document(broken)
