"""Answers in every shape that comes, and what doesn't fit."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.questions.answers import READERS, Misfit, is_empty, read_answer
from alongside.engines.questions.contents import Choice, Question
from alongside.engines.questions.kinds import Kind

ABC = tuple(Choice(name, {"": name.upper()}) for name in "abc")


@pytest.mark.parametrize(
    ("kind", "told", "kept"),
    [
        (Kind.ONE, "b", "b"),
        (Kind.SEVERAL, ["c", "a", "c"], ["a", "c"]),
        (Kind.SEVERAL, "c a", ["a", "c"]),
        (Kind.RANKING, ["c", "a", "b"], ["c", "a", "b"]),
        (Kind.SCALE, "5", 5),
        (Kind.WHOLE, " -7 ", -7),
        (Kind.WHOLE, "\N{MINUS SIGN}7", -7),
        (Kind.WHOLE, 3.0, 3),
        (Kind.DECIMAL, "1.50", "1.5"),
        (Kind.DECIMAL, "100", "100"),
        (Kind.DECIMAL, "0.00", "0"),
        (Kind.DECIMAL, "1e2", "100"),
        (Kind.DATE, "2026-02-28", "2026-02-28"),
        (Kind.TIME, "9:30".zfill(5), "09:30"),
        (Kind.TEXT, "  a\nb\x00 ", "a b"),
        (Kind.LONG_TEXT, "a\r\nb\x07", "a\nb"),
        (
            Kind.PLACE,
            {"lat": "55.953251", "lon": "-3.18827"},
            {"lat": "55.95325", "lon": "-3.18827"},
        ),
        (Kind.PLACE, {"lat": "", "lon": "", "words": " the  bridge"}, {"words": "the bridge"}),
        (Kind.CONSENT, "on", True),
    ],
)
def test_an_answer_is_kept_in_the_shape_of_its_kind(kind: Kind, told: Any, kept: Any) -> None:
    assert read_answer(Question("q", kind, {}), told, ABC) == kept


@pytest.mark.parametrize(
    ("kind", "told", "code"),
    [
        (Kind.ONE, "d", "not_a_choice"),
        (Kind.SEVERAL, ["a", "d"], "not_a_choice"),
        (Kind.SEVERAL, [["a"]], "not_a_choice"),
        (Kind.SEVERAL, 3, "not_a_choice"),
        (Kind.RANKING, ["a", "b"], "not_all_ranked"),
        (Kind.RANKING, ["a", "b", "b"], "not_all_ranked"),
        (Kind.SCALE, "6", "not_on_scale"),
        (Kind.WHOLE, "3.5", "not_whole"),
        (Kind.WHOLE, "three", "not_a_number"),
        (Kind.WHOLE, "1e400", "not_a_number"),
        (Kind.WHOLE, "nan", "not_a_number"),
        (Kind.WHOLE, True, "not_a_number"),
        (Kind.DATE, "2026-02-30", "not_a_date"),
        (Kind.DATE, 20260228, "not_a_date"),
        (Kind.TIME, "25:00", "not_a_time"),
        (Kind.TEXT, "a" * 501, "too_long"),
        (Kind.TEXT, {"a": "b"}, "not_text"),
        (Kind.PLACE, {"lat": "91", "lon": "0"}, "not_a_place"),
        (Kind.PLACE, {"lat": "55"}, "not_a_place"),
        (Kind.PLACE, "here", "not_a_place"),
        (Kind.CONSENT, "no", "not_a_choice"),
        (Kind.NOTE, "x", "not_asked"),
    ],
)
def test_what_does_not_fit_is_named(kind: Kind, told: Any, code: str) -> None:
    with pytest.raises(Misfit) as misfit:
        read_answer(Question("q", kind, {}), told, ABC)
    assert misfit.value.code == code


@pytest.mark.parametrize("nothing", [None, "", "  ", [], False, {"lat": "", "words": " "}])
def test_nothing_is_nothing(nothing: Any) -> None:
    assert is_empty(nothing)
    for kind in Kind:
        assert read_answer(Question("q", kind, {}), nothing, ABC) is None


HOSTILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["lat", "lon", "words"]), inner)
    ),
    max_leaves=5,
)


@given(kind=st.sampled_from(Kind), told=HOSTILE)
def test_whatever_comes_it_is_kept_or_named_and_kept_stays_as_it_is(kind: Kind, told: Any) -> None:
    question = Question("q", kind, {})
    try:
        kept = read_answer(question, told, ABC)
    except Misfit:
        return
    assert kept is None or read_answer(question, kept, ABC) == kept


def test_every_kind_has_its_reader() -> None:
    assert set(READERS) == set(Kind)
