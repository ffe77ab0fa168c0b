"""Conditions as real questionnaires write them: read, worked out, and refused in plain words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.questions.expressions import (
    ExpressionError,
    Value,
    evaluate,
    is_true,
    parse,
)


@dataclass(frozen=True)
class Told:
    """A scope for tests."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    turns: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    held: Value = ""
    today: date = date(2026, 11, 24)
    now: datetime = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - local time, as it was answered

    def value(self, name: str) -> Value:
        return self.answers.get(name, "")

    def values(self, name: str) -> Sequence[Value]:
        return self.turns.get(name, (self.value(name),))

    def here(self) -> Value:
        return self.held

    def position(self) -> int:
        return 2

    def label(self, name: str, choice: str) -> str:
        return f"{name}: {choice.upper()}"

    def mark(self, name: str) -> str:
        return {"region": "north"}.get(name, "")


TOLD = Told(
    answers={"age": 17.0, "name": "Ann", "meals": "hot cold", "born": "2009-11-25", "none": ""},
    turns={"height": (1.0, 2.5, ""), "age": (17.0,)},
    held=5.0,
)


@pytest.mark.parametrize(
    ("source", "worth"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("7 div 2 - 7 mod 2", 2.5),
        ("-7 mod 3", -1.0),
        ("- - 2", 2.0),
        ("2 - 3 - 4", -5.0),
        ("1 < 2 = true()", True),
        ("false() or true() and false()", False),
        ("true() or false() and false()", True),
        ("${age} >= 18", False),
        ("${age}>=16 and ${age}<18", True),
        ("${name} = 'Ann'", True),
        ("${name} = \N{LEFT SINGLE QUOTATION MARK}Ann\N{RIGHT SINGLE QUOTATION MARK}", True),
        ("${none} = ''", True),
        ("${age} != ''", True),
        ("${none} > 3", False),
        (". > 3 and . <= 10", True),
        ("selected(${meals}, 'hot')", True),
        ("selected(${meals}, 'ho')", False),
        ("not(selected(${meals}, 'warm'))", True),
        ("count-selected(${meals})", 2.0),
        ("selected-at(${meals}, 1)", "cold"),
        ("selected-at(${meals}, 9)", ""),
        ("if(${age} < 18, 'child', 'adult')", "child"),
        ("coalesce(${none}, ${name})", "Ann"),
        ("once(7)", 5.0),
        ("string-length(${name})", 3.0),
        ("substr('abcdef', 1, 3)", "bc"),
        ("substr('abcdef', -2)", "ef"),
        ("concat(${name}, ' is ', ${age})", "Ann is 17"),
        ("join(', ', 'a', 'b')", "a, b"),
        ("contains('abc', 'b') and starts-with('abc', 'a') and ends-with('abc', 'c')", True),
        ("translate('a-b-c', 'a-', 'A')", "Abc"),
        ("regex(., '[0-9]')", True),
        ("regex('EH1 1YZ', '[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}')", True),
        ("regex('EH1 1YZ and more', '[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}')", False),
        ("regex('a', '(')", False),
        ("round(2.345, 2)", 2.35),
        ("round(-2.5)", -2.0),
        ("int(-2.9)", -2.0),
        ("pow(2, 10)", 1024.0),
        ("sum(${height})", 3.5),
        ("max(${height})", 2.5),
        ("min(3, 1, 2)", 1.0),
        ("count(${height})", 3.0),
        ("count-non-empty(${height})", 2.0),
        ("position()", 2.0),
        ("today()", "2026-11-24"),
        ("today() - ${born}", 6208.0),
        ("(today() - ${born}) div 365.25 < 17", True),
        ("${born} < today()", True),
        ("${born} > date('2009-11-24')", True),
        ("date(today() + 1)", "2026-11-25"),
        ("now() > today()", True),
        ("format-date(${born}, '%e/%n/%Y')", "25/11/2009"),
        ("'14:30' > '09:00'", True),
        ("jr:choice-name(selected-at(${meals}, 0), '${meals}')", "meals: HOT"),
        ("region = 'north'", True),
        ("boolean('')", False),
        ("string(1 div 4)", "0.25"),
    ],
)
def test_a_condition_gives_what_odk_says_it_gives(source: str, worth: Value) -> None:
    assert evaluate(parse(source), TOLD) == worth


@pytest.mark.parametrize("source", ["'a' + 1", "0 div 0", "number('')", "sqrt(-1)", "max('x')"])
def test_nonsense_is_not_a_number_and_never_an_error(source: str) -> None:
    worth = evaluate(parse(source), TOLD)
    assert isinstance(worth, float)
    assert math.isnan(worth)
    assert not is_true(parse(source), TOLD)


def test_an_expression_tells_of_what_it_speaks() -> None:
    read = parse("${age} > 3 and selected(${ meals }, 'hot') or region = ${name}")
    assert read.names == {"age", "meals", "name"}
    assert read.columns == {"region"}


@pytest.mark.parametrize(
    ("source", "at", "words"),
    [
        ("", 1, "a value was expected"),
        ("1 +", 4, "not the end"),
        ("(1 + 2", 7, "“)” was expected"),
        ("1 2", 3, "was not expected"),
        ("'abc", 1, "no closing quotation mark"),
        ("${age", 1, "between ${ and }"),
        ("pulldata('a', 'b')", 1, "reads another file"),
        ("1 + random()", 5, "chance"),
        ("frobnicate(1)", 1, "no such function"),
        ("selected(${meals})", 1, "takes 2, not 1"),
        ("../age > 3", 1, "paths"),
        ("/data/age > 3", 1, "paths"),
        ("and 1", 1, "before “and”"),
        ("1 ; 2", 3, "means nothing here"),
        ("(" * 100 + "1" + ")" * 100, 41, "too many brackets"),
        ("-" * 100 + "1", 41, "too many brackets"),
        ("1 + " * 5000 + "1", 10_000, "divide it"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(source: str, at: int, words: str) -> None:
    with pytest.raises(ExpressionError) as wrong:
        parse(source)
    assert (wrong.value.at, words in wrong.value.words) == (at, True), wrong.value.words


def test_long_rows_of_sums_and_hostile_patterns_take_no_time() -> None:
    assert evaluate(parse("1" + "+1" * 4000), TOLD) == 4001.0
    hostile = Told(answers={"text": "a" * 50_000})
    assert not is_true(parse("regex(${text}, '(a|a)*(a+)+b')"), hostile)


PIECES = st.sampled_from([
    "1", "0", "'a'", "''", ".", "${age}", "${none}", "today()", "+", "-", "*", "div", "mod", "=", "!=",
    "<", ">=", "and", "or", "(", ")", "not(", "if(", ",", "selected(", "round(", "substr(", "region",
])  # fmt: skip


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40))
def test_whatever_is_written_it_gives_a_value_or_is_refused(source: str) -> None:
    try:
        read = parse(source)
    except ExpressionError as refused:
        at = refused.at
    else:
        at = 1
        assert isinstance(evaluate(read, TOLD), (str, float, bool))
    assert 1 <= at <= len(source) + 1


@st.composite
def sums(draw: st.DrawFn, depth: int = 4) -> tuple[str, float]:
    """A sum in full brackets, beside what Python makes of it."""
    if depth == 0 or draw(st.booleans()):
        number = draw(st.integers(0, 9))
        return str(number), float(number)
    left, right = draw(sums(depth - 1)), draw(sums(depth - 1))
    sign = draw(st.sampled_from("+-*"))
    worth = {"+": left[1] + right[1], "-": left[1] - right[1], "*": left[1] * right[1]}[sign]
    return f"({left[0]} {sign} {right[0]})", worth


@given(sums())
def test_sums_are_those_of_python(sum_: tuple[str, float]) -> None:
    assert evaluate(parse(sum_[0]), TOLD) == sum_[1]
    bare = sum_[0].replace("(", "").replace(")", "")
    assert evaluate(parse(bare), TOLD) == float(eval(bare))


def test_a_text_of_a_date_that_is_none_is_no_number() -> None:
    for words in ("2026-13-01", "24/11/2026", "25:00", "1234567890x"):
        assert not is_true(parse(f"'{words}' < 1000000"), TOLD)
