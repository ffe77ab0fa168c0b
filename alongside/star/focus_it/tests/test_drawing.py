"""The picture: every item in its place, none on another, the same words in all forms."""

from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.star.focus_it.drawing import Dot, Mark, MatrixPicture, draw_matrix
from alongside.star.focus_it.drawing.forms import HALL, NARROW, WIDE, Form
from alongside.star.focus_it.drawing.matrix import Size
from alongside.star.focus_it.drawing.placing import placed_apart
from alongside.star.framework.picture import CO_KEYS, PictureError, Shape

SVG = "{http://www.w3.org/2000/svg}"
FORMS: list[Form] = [WIDE, HALL, NARROW]
SIZES: list[Size] = ["wide", "hall", "narrow"]
places = st.tuples(st.floats(1, 5), st.floats(1, 5))


def picture(*dots: Dot, title: str = "What comes first?") -> MatrixPicture:
    return MatrixPicture(
        title=title,
        dots=dots,
        fields=("Quick wins", "Major projects", "Fill-ins", "Not now"),
        axes=("effort", "impact"),
        cos=("Decide together", "Design together", "Do together", "Check together"),
        description="Quick wins: 1 Lunch club.",
    )


def dot(number: int, effort: float = 2, impact: float = 4, **more: object) -> Dot:
    told = {"spread": (0.8, 0.4), **more}
    return Dot(number, f"Idea {number}", CO_KEYS[number % 4], (effort, impact), **told)  # type: ignore[arg-type]


def drawn(picture: MatrixPicture, size: Size = "wide") -> ET.Element:
    return ET.fromstring(draw_matrix(picture, size=size))


def discs(svg: ET.Element) -> list[tuple[float, float]]:
    found = svg.findall(f".//{SVG}circle[@class='matrix-disc']")
    return [(float(one.get("cx", "0")), float(one.get("cy", "0"))) for one in found]


def texts(svg: ET.Element) -> list[str]:
    return [one.text or "" for one in svg.iter(f"{SVG}text")]


def test_more_impact_lies_further_up_and_more_effort_further_right() -> None:
    (x1, y1), (x2, y2) = discs(drawn(picture(dot(1, 2, 4), dot(2, 4, 2))))
    assert x1 < x2
    assert y1 < y2


@pytest.mark.parametrize("size", SIZES)
def test_every_form_holds_every_number_and_every_name(size: Size) -> None:
    told = texts(drawn(picture(*(dot(n, 1 + n % 4, 5 - n % 3) for n in range(1, 51))), size))
    assert {str(n) for n in range(1, 51)} <= set(told)
    assert {"Quick wins", "Major projects", "Fill-ins", "Not now"} <= set(told)
    assert {"more effort →", "more impact →"} <= set(told)


@pytest.mark.parametrize("form", FORMS)
@given(spots=st.lists(places, max_size=50))
def test_no_number_ever_lies_on_another(form: Form, spots: list[tuple[float, float]]) -> None:
    apart = placed_apart([form.spot(place) for place in spots], form.dot, form)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) > 2 * form.dot for a, b in combinations(apart, 2))
    assert all(form.left < x < form.right and form.top < y < form.bottom for x, y in apart)


def test_ties_everywhere_are_all_drawn_with_a_line_to_their_place() -> None:
    svg = drawn(picture(*(dot(n, 3, 3) for n in range(1, 31))))
    assert len(set(discs(svg))) == 30
    assert len(svg.findall(f".//{SVG}path[@class='matrix-thread']")) == 29


def test_an_earlier_number_never_moves_for_a_later_one() -> None:
    few = discs(drawn(picture(*(dot(n, 3, 3) for n in range(1, 6)))))
    many = discs(drawn(picture(*(dot(n, 3, 3) for n in range(1, 12)))))
    assert many[:5] == few


@pytest.mark.parametrize("form", FORMS)
def test_a_halo_grows_with_how_far_people_disagree(form: Form) -> None:
    svg = drawn(picture(dot(1, spread=(0.2, 1.4))), form.name)  # type: ignore[arg-type]
    [halo] = svg.findall(f".//{SVG}g[@class='matrix-halos']//{SVG}ellipse")
    assert float(halo.get("ry", "0")) > float(halo.get("rx", "0")) > form.dot


def test_where_people_are_divided_the_halo_is_dashed_and_the_key_says_so() -> None:
    assert "they are divided" in texts(drawn(picture(dot(1, is_divided=True))))
    assert "they are divided" not in texts(drawn(picture(dot(1))))


def test_groups_are_told_apart_by_shape_and_letter() -> None:
    mark = Mark("resident", "residents", "R", Shape.CIRCLE, solid=True, at=(4, 4))
    told = texts(drawn(picture(dot(1, marks=(mark,)))))
    assert "R" in told
    assert "residents" in told


def test_a_screen_reader_is_told_the_title_and_what_lies_where() -> None:
    svg = drawn(picture(dot(1)))
    assert svg.get("role") == "img"
    title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert (title.text, described.text) == ("What comes first?", "Quick wins: 1 Lunch club.")


def test_an_empty_picture_still_shows_the_fields() -> None:
    told = texts(drawn(picture()))
    assert "Quick wins" in told
    assert "people agree" not in told


def test_words_of_a_title_stay_words() -> None:
    made = draw_matrix(picture(dot(1), title="<script>alert(1)</script>"))
    assert "<script>" not in made


@pytest.mark.parametrize("at", [(0.9, 3), (3, 5.1), (float("nan"), 3)])
def test_what_is_off_the_scale_is_refused(at: tuple[float, float]) -> None:
    with pytest.raises(PictureError):
        dot(1, *at)
