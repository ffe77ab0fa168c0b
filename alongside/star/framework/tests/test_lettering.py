from dataclasses import replace

from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import Caption
from alongside.star.framework.tests.drawn import drawn_words, of_class, parsed
from alongside.star.framework.tests.samples import rich_star


def test_in_the_narrow_form_the_circles_carry_numbers_and_the_key_says_what_they_mean() -> None:
    narrow = drawn_words(rich_star(), size="narrow")

    assert {"1", "2", "3", "4", *load_instrument().scale()[1:]} <= narrow
    assert {"Check", "together"} <= narrow
    assert "4" not in drawn_words(rich_star())


def test_without_a_figure_the_middle_stays_empty() -> None:
    assert not of_class(parsed(replace(rich_star(), caption=Caption())), "star-heard")


def test_the_middle_says_how_many_were_heard() -> None:
    assert {"212", "people heard"} <= drawn_words(rich_star())
