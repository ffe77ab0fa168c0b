"""Words in a picture: cleaned, and cut where they would not fit."""

from alongside.star.framework.drawing.svg import plain, shortened, width_of


def test_steering_characters_and_towers_of_accents_do_not_reach_the_picture() -> None:
    assert plain("a\u202eb\n c\x00") == "ab c"
    assert plain("z\u0300\u0301\u0302\u0303!") == "z\u0300\u0301!"


def test_a_text_that_fits_is_not_cut() -> None:
    assert shortened("Decide together", 20, 200) == "Decide together"
    cut = shortened("Decide together with everybody", 20, 200)
    assert cut.endswith("…")
    assert width_of(cut, 20) <= 200
