"""Which questions come, in which order, and what counts of the answers."""

from datetime import datetime
from typing import Any

import pytest

from alongside.engines.questions.answers import Misfit
from alongside.engines.questions.asking import asked_in, counted, pages, read
from alongside.engines.questions.contents import Choice, Group, Layout, Question, Questionnaire
from alongside.engines.questions.given import Given
from alongside.engines.questions.kinds import Kind

NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - local time, as it is asked
YES_NO = (Choice("yes", {"": "Yes"}), Choice("no", {"": "No"}))
TOWNS = (
    Choice("leith", {"": "Leith"}, {"region": "east"}),
    Choice("oban", {"": "Oban"}, {"region": "west"}),
)
LUNCH = Questionnaire(
    {"": "Lunch"},
    (
        Question("helps", Kind.ONE, {"": "Do you help?"}, choices="yes_no", is_required=True),
        Question(
            "hours", Kind.WHOLE, {"": "Hours?"}, asked_if="${helps} = 'yes'", fits_if=". <= 40"
        ),
        Question("region", Kind.ONE, {"": "Where?"}, choices="regions", may_decline=True),
        Question(
            "town", Kind.ONE, {"": "Town?"}, choices="towns", choice_filter="region = ${region}"
        ),
        Group(
            "child",
            {"": "Children"},
            (
                Question("name", Kind.TEXT, {"": "Name?"}, is_required=True),
                Question("age", Kind.WHOLE, {"": "Age?"}),
                Question("school", Kind.TEXT, {"": "School?"}, asked_if="${age} >= 5"),
            ),
            repeats=True,
            most=3,
        ),
        Question("oldest", Kind.WORKED_OUT, {}, calculation="max(${age})"),
        Question("thanks", Kind.NOTE, {"": "Thank you"}, asked_if="${oldest} > 9"),
    ),
    {
        "yes_no": YES_NO,
        "regions": (Choice("east", {"": "East"}), Choice("west", {"": "West"})),
        "towns": TOWNS,
    },
)


def given(**answers: Any) -> Given:
    return Given(answers)


def asked(questionnaire: Questionnaire, so_far: Given) -> list[str]:
    return [
        page.key if page.asked else f"+{page.key}" for page in pages(questionnaire, so_far, now=NOW)
    ]


def test_a_question_is_asked_when_its_condition_holds() -> None:
    assert asked(LUNCH, Given()) == ["helps", "region", "town", "+child/1"]
    assert asked(LUNCH, given(helps="yes"))[:2] == ["helps", "hours"]


def test_what_is_asked_no_longer_does_not_count() -> None:
    so_far = given(helps="no", hours=12, region="east", town="oban")
    assert counted(LUNCH, so_far, now=NOW).document == {
        "helps": "no",
        "region": "east",
        "oldest": "NaN",
    }


def test_choices_follow_an_earlier_answer() -> None:
    [town] = [
        one
        for one in asked_in(pages(LUNCH, given(region="west"), now=NOW))
        if one.question.name == "town"
    ]
    assert [choice.name for choice in town.choices] == ["oban"]


def test_a_repeated_group_is_asked_for_each_and_once_more_is_offered() -> None:
    two = given(child=[{"name": "Jo", "age": 4}, {"name": "Flo", "age": 11}])
    assert asked(LUNCH, two)[3:] == [
        "child/1/name",
        "child/1/age",
        "child/2/name",
        "child/2/age",
        "child/2/school",
        "+child/3",
        "thanks",
    ]
    page = next(one for one in pages(LUNCH, two, now=NOW) if one.key == "child/2/age")
    assert page.headings == (({"": "Children"}, 2),)
    assert counted(LUNCH, two, now=NOW).document["oldest"] == "11"


def test_no_more_than_the_most_are_offered_or_asked() -> None:
    many = given(child=[{"name": "x"}] * 5)
    keys = asked(LUNCH, many)
    assert "child/3/name" in keys
    assert not [key for key in keys if key.startswith(("child/4", "+"))]


def test_what_must_be_answered_is_missing_until_it_is_answered_or_declined() -> None:
    missing = [
        one.address for one in asked_in(pages(LUNCH, given(child=[{}]), now=NOW)) if one.is_missing
    ]
    assert missing == ["helps", "child/1/name"]
    declined = Given().with_answer("region", None, declined=True)
    [region] = [one for one in asked_in(pages(LUNCH, declined, now=NOW)) if one.address == "region"]
    assert (region.is_declined, region.is_settled) == (True, True)
    assert counted(LUNCH, declined, now=NOW).declined == {"region"}


def test_only_what_may_be_declined_is_declined() -> None:
    declined = Given().with_answer("helps", None, declined=True)
    [helps, *_rest] = asked_in(pages(LUNCH, declined, now=NOW))
    assert helps.is_missing


def test_an_answer_has_to_fit() -> None:
    so_far = given(helps="yes")
    [hours] = [one for one in asked_in(pages(LUNCH, so_far, now=NOW)) if one.address == "hours"]
    assert read(LUNCH, so_far, hours, "40", now=NOW) == 40
    assert read(LUNCH, so_far, hours, "", now=NOW) is None
    with pytest.raises(Misfit, match="does_not_fit"):
        read(LUNCH, so_far, hours, "41", now=NOW)


def test_a_condition_may_speak_of_a_later_question() -> None:
    backwards = Questionnaire(
        {},
        (
            Question("why", Kind.TEXT, {}, asked_if="${ok} = 'no'"),
            Question("ok", Kind.ONE, {}, choices="yes_no"),
        ),
        {"yes_no": YES_NO},
    )
    assert asked(backwards, given(ok="no")) == ["why", "ok"]
    assert asked(backwards, given(ok="yes", why="x")) == ["ok"]


def test_a_chain_of_conditions_falls_together() -> None:
    chain = Questionnaire(
        {},
        tuple(
            Question(f"q{n}", Kind.WHOLE, {}, asked_if=f"${{q{n - 1}}} > 0" if n else "")
            for n in range(9)
        ),
    )
    so_far = given(**{f"q{n}": 1 for n in range(9)})
    assert len(asked(chain, so_far)) == 9
    assert asked(chain, so_far.with_answer("q3", 0)) == ["q0", "q1", "q2", "q3"]


def test_groups_on_a_page_and_counted_groups() -> None:
    grid = Questionnaire(
        {},
        (
            Question("people", Kind.WHOLE, {}),
            Group(
                "views",
                {"": "Views"},
                (
                    Question("a", Kind.ONE, {}, choices="yes_no"),
                    Question("b", Kind.ONE, {}, choices="yes_no", asked_if="false()"),
                    Question("c", Kind.ONE, {}, choices="yes_no"),
                ),
                layout=Layout.TABLE,
            ),
            Group("person", {}, (Question("who", Kind.TEXT, {}),), repeats=True, count="${people}"),
        ),
        {"yes_no": YES_NO},
    )
    found = pages(grid, given(people=2), now=NOW)
    assert [page.key for page in found] == ["people", "a", "person/1/who", "person/2/who"]
    assert [one.address for one in found[1].asked] == ["a", "c"]
    assert asked(grid, given(people=-4)) == ["people", "a"]
    assert asked(grid, Given()) == ["people", "a"]


def test_repeats_within_repeats_see_their_own_turn() -> None:
    nested = Questionnaire(
        {},
        (
            Group(
                "house",
                {},
                (
                    Question("street", Kind.TEXT, {}),
                    Group(
                        "room",
                        {},
                        (
                            Question("use", Kind.TEXT, {}),
                            Question("bed", Kind.TEXT, {}, asked_if="${use} = 'sleep'"),
                        ),
                        repeats=True,
                    ),
                ),
                repeats=True,
            ),
            Question("rooms", Kind.WORKED_OUT, {}, calculation="count(${use})"),
        ),
    )
    so_far = given(
        house=[{"room": [{"use": "cook"}]}, {"room": [{"use": "cook"}, {"use": "sleep"}]}]
    )
    keys = asked(nested, so_far)
    assert [key for key in keys if key.endswith("bed")] == ["house/2/room/2/bed"]
    assert counted(nested, so_far, now=NOW).document["rooms"] == "3"


def test_sixty_questions_of_which_each_has_a_condition_are_quick_to_walk() -> None:
    long = Questionnaire(
        {},
        tuple(
            Question(f"q{n}", Kind.WHOLE, {}, asked_if=f"${{q{max(n - 1, 0)}}} != 7")
            for n in range(60)
        ),
    )
    assert len(pages(long, given(**{f"q{n}": n + 10 for n in range(60)}), now=NOW)) == 60
