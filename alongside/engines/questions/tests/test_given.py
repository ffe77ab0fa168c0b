"""Answers are put at addresses, found there, and taken away."""

from alongside.engines.questions.given import Given

TWO = (
    Given()
    .with_answer("name", "Ann")
    .with_answer("child/1/age", 7)
    .with_answer("child/2/age", 9)
    .with_answer("child/2/toy/1/what", "bear")
    .with_answer("child/2/school", None, declined=True)
)


def test_answers_are_found_where_they_were_put() -> None:
    assert TWO.document == {
        "name": "Ann",
        "child": [{"age": 7}, {"age": 9, "toy": [{"what": "bear"}]}],
    }
    assert [TWO.at("name"), TWO.at("child/2/age"), TWO.at("child/2/toy/1/what")] == [
        "Ann",
        9,
        "bear",
    ]
    assert [TWO.at("child/3/age"), TWO.at("child/0/age"), TWO.at("name/1/x")] == [None] * 3
    assert [TWO.times("child"), TWO.times("child/2/toy"), TWO.times("nobody")] == [2, 1, 0]


def test_the_answers_before_stay_as_they_were() -> None:
    later = TWO.with_answer("child/1/age", 8).with_answer("name", None)
    assert (TWO.at("child/1/age"), TWO.at("name")) == (7, "Ann")
    assert (later.at("child/1/age"), later.at("name")) == (8, None)
    assert "name" not in later.document


def test_an_answer_ends_what_was_declined() -> None:
    assert TWO.declined == {"child/2/school"}
    assert TWO.with_answer("child/2/school", "High").declined == frozenset()


def test_taking_away_one_time_moves_the_later_ones_up() -> None:
    fewer = TWO.without_turn("child/1")
    assert fewer.document["child"] == [{"age": 9, "toy": [{"what": "bear"}]}]
    assert fewer.declined == {"child/1/school"}
    none = fewer.without_turn("child/1")
    assert (none.document, none.declined) == ({"name": "Ann"}, frozenset())
