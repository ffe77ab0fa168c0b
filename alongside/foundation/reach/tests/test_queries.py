"""Who has not been heard is said without telling a number that must stay hidden."""

import re

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.places.vocabulary import default_words
from alongside.foundation.reach.queries import (
    Asking,
    Heard,
    Lack,
    MinutesAsked,
    Silence,
    minutes_asked,
    not_heard,
)

WORDS = default_words()
HEARD_BY_ALL = [Heard(group, 12) for group in ("resident", "staff", "manager", "elected")]


def told(*rows: Heard, minimum: int = 5) -> list[str]:
    return [silence.sentence for silence in not_heard(rows, minimum=minimum, words=WORDS)]


def test_nothing_is_said_where_all_were_heard() -> None:
    assert told(*HEARD_BY_ALL) == []


def test_five_councillors_of_whom_three_answered_are_named_by_response() -> None:
    assert told(Heard("elected", 3, 5)) == ["3 of 5 councillors answered; too few to show."]
    assert told(Heard("elected", 5, 5)) == []
    assert told(Heard("elected", 3, 3), minimum=3) == []


def test_a_group_that_has_not_answered_comes_first_and_once() -> None:
    rows = [
        Heard("staff", 2, 40),
        Heard("resident", 0),
        Heard("resident", 0, service="Home care"),
        Heard("manager", 0, 6),
    ]
    assert told(*rows) == [
        "No residents have answered yet.",
        "No managers have answered yet; 6 were asked.",
        "2 of 40 front-line staff answered; too few to show.",
    ]


def test_without_knowing_who_was_asked_no_number_is_told() -> None:
    assert told(Heard("resident", 4)) == [
        "Too few residents have answered to be shown; more are needed."
    ]


def test_services_are_named_and_the_rest_counted() -> None:
    names = ["Home care", "Schools", "Parks and play", "Housing", "Libraries"]
    rows = [Heard("resident", 2, service=name) for name in names]
    assert told(Heard("resident", 30), *rows) == [
        "More answers from residents are needed about Home care, Schools, Parks and play "
        "and 2 more."
    ]
    assert told(Heard("resident", 30), *rows[:2])[0].endswith("Home care and Schools.")


def test_kinds_of_residents_are_named_and_their_services_only_where_that_adds_something() -> None:
    rows = [
        Heard("resident", 30),
        Heard("resident", 20, kind="uses"),
        Heard("resident", 1, kind="cares"),
        Heard("resident", 3, service="Schools"),
        Heard("resident", 9, service="Housing"),
        Heard("resident", 2, service="Schools", kind="uses"),
        Heard("resident", 4, service="Housing", kind="uses"),
        Heard("resident", 0, service="Housing", kind="cares"),
    ]
    assert told(*rows) == [
        "Too few residents who care for someone, or none, have answered.",
        "More answers from residents are needed about Schools.",
        "More answers from residents who use a service are needed about Housing.",
    ]


def test_a_places_own_words_are_used() -> None:
    words = {**WORDS, "resident_plural": "citizens", "resident_plural_start": "Citizens"}
    (silence,) = not_heard([Heard("resident", 0)], minimum=5, words=words)
    assert silence == Silence("resident", Lack.NOBODY, "No citizens have answered yet.")


counts = st.integers(0, 30)


@given(
    st.lists(
        st.builds(
            Heard,
            group=st.sampled_from(["resident", "staff"]),
            answered=counts,
            service=st.sampled_from(["", "Schools", "Housing"]),
            kind=st.sampled_from(["", "uses", "cares"]),
        ),
        unique_by=lambda row: (row.group, row.service, row.kind),
    ),
    st.integers(3, 10),
)
def test_below_the_minimum_one_number_reads_like_another(rows: list[Heard], minimum: int) -> None:
    """Whoever reads the sentences can't tell 1 from minimum - 1, nor nobody within a service."""
    changed = []
    for row in rows:
        is_whole = not row.service and not row.kind
        hidden = 0 < row.answered < minimum or (row.answered == 0 and not is_whole)
        answered = minimum - 1 if hidden else row.answered
        changed.append(Heard(row.group, answered, None, row.service, row.kind))
    sentences = told(*rows, minimum=minimum)
    assert sentences == told(*changed, minimum=minimum)
    assert not any(re.search(r"\d", sentence) for sentence in sentences)


def test_four_questions_and_a_free_word_take_two_minutes() -> None:
    (asked,) = minutes_asked([Asking("resident", 200, questions=4, free_words=1)], words=WORDS)
    assert asked == MinutesAsked(
        "resident", 2, 400, "Residents: about 2 minutes each, 7 hours in all"
    )


def test_several_things_asked_of_one_group_add_up() -> None:
    asked = minutes_asked(
        [
            Asking("staff", 10, questions=4, taps=10),
            Asking("staff", 5, questions=1),
            Asking("elected", 1, questions=1),
        ],
        words=WORDS,
    )
    assert [(a.group, a.minutes_each, a.minutes_in_all) for a in asked] == [
        ("staff", 3, 25),
        ("elected", 1, 1),
    ]
    assert asked[1].sentence == "Councillors: about 1 minute each, 1 minute in all"


def test_the_panel_says_it_and_says_when_all_were_heard() -> None:
    silences = not_heard([Heard("resident", 0)], minimum=5, words=WORDS)
    minutes = minutes_asked([Asking("resident", 5, questions=4)], words=WORDS)
    page = render_to_string(
        "reach/panels/not_heard.html", {"silences": silences, "minutes": minutes}
    )
    assert "No residents have answered yet." in page
    assert "about 2 minutes each" in page
    assert "All groups were heard" in render_to_string("reach/panels/not_heard.html", {})
