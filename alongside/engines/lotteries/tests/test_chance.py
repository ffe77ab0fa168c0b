"""Numbers from a name."""

import hashlib
from collections import Counter

import pytest

from alongside.engines.lotteries.chance import ALL, Stream


def test_numbers_are_the_hashes_that_are_documented():
    stream = Stream("seed")
    for at in range(3):
        expected = int(hashlib.sha256(f"seed\n{at}".encode()).hexdigest(), 16)
        assert stream.number() == expected


def test_a_number_above_the_last_multiple_is_passed_over():
    stream = Stream("x")
    numbers = iter([ALL - 1, 8])
    stream.number = lambda: next(numbers)
    assert stream.below(3 << 200) == 8


def test_each_choice_comes_as_often():
    stream = Stream("x")
    often = Counter(stream.below(5) for _ in range(5000))
    assert all(often[n] == pytest.approx(1000, abs=130) for n in range(5))


def test_an_order_holds_each_thing_once():
    assert sorted(Stream("x").order(list("abcde"), 5)) == list("abcde")
    assert len(set(Stream("x").order(tuple("abcde"), 3))) == 3


def test_fractions_lie_between_0_and_1():
    many = Stream("x").fractions(1001)
    assert len(many) == 1001
    assert 0 <= many.min() < 0.01
    assert 0.99 < many.max() < 1
