import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from django.utils.safestring import SafeString

from alongside.star.framework.drawing import draw_star, draw_star_for_page
from alongside.star.framework.drawing.geometry import AXES, FULL, NARROW, SMALL, distance
from alongside.star.framework.drawing.geometry import Shape as Form
from alongside.star.framework.drawing.markers import SIZE, marker_spots
from alongside.star.framework.drawing.points import ring_opacity
from alongside.star.framework.drawing.svg import width_of
from alongside.star.framework.picture import (
    Marker,
    PointPicture,
    Shape,
    StarPicture,
    Status,
)
from alongside.star.framework.tests.drawn import SVG, drawn_words, of_class, parsed, texts
from alongside.star.framework.tests.samples import (
    HOSTILE,
    doubtful_star,
    markers,
    one_point,
    rich_star,
    star_saying,
)
from alongside.star.framework.twin import description, full_title

STARS = [rich_star(), doubtful_star()]


@pytest.mark.parametrize("size", ["full", "narrow", "small"])
@pytest.mark.parametrize("star", STARS)
def test_a_star_is_one_picture_that_says_what_its_table_says(star: StarPicture, size: str) -> None:
    root = parsed(star, size=size, prefix="here")

    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "here-title"
    assert root.get("aria-describedby") == "here-desc"
    assert root.findtext(f"{SVG}title") == full_title(star)
    assert root.findtext(f"{SVG}desc") == description(star)


@pytest.mark.parametrize("size", ["full", "small"])
def test_it_needs_no_style_and_no_script(size: str) -> None:
    for star in STARS:
        drawn = draw_star(star, size=size)
        assert isinstance(drawn, SafeString)
        assert "style=" not in drawn
        assert "<style" not in drawn
        assert "<script" not in drawn
        assert not re.search(r"\son\w+=", drawn)
        assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("size", ["full", "narrow", "small"])
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str, size: str) -> None:
    root = parsed(star_saying(words), size=size)

    allowed = {
        *("svg", "title", "desc", "g", "path", "circle", "polygon", "rect"),
        *("text", "textPath", "pattern"),
    }
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= allowed
    assert all(not name.startswith("on") for one in root.iter() for name in one.attrib)


@pytest.mark.parametrize("size", ["full", "narrow"])
@pytest.mark.parametrize("words", HOSTILE)
def test_long_words_are_cut_in_the_picture_and_whole_in_the_title(words: str, size: str) -> None:
    root = parsed(star_saying(words), size=size)

    for text in texts(root):
        assert width_of(text, 1) < 28
    title = root.findtext(f"{SVG}title") or ""
    assert len(title) >= len(words.replace("\x00", "").replace("\ud800", "")) - 3


def test_ids_are_unique_on_a_page_with_two_stars() -> None:
    roots = [parsed(doubtful_star(), prefix="one"), parsed(doubtful_star(), prefix="two")]
    ids = [one.get("id") for root in roots for one in root.iter() if one.get("id")]

    assert len(ids) == len(set(ids))
    for root in roots:
        here = {one.get("id") for one in root.iter()}
        for one in root.iter():
            for value in one.attrib.values():
                for used in re.findall(r"url\(#([^)]+)\)", value):
                    assert used in here
            if one.get("href"):
                assert one.get("href", "").removeprefix("#") in here


@pytest.mark.parametrize("prefix", ["", "1st", 'a" onload="x', "a b"])
def test_a_prefix_that_can_not_begin_an_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="can't begin an id"):
        draw_star(rich_star(), prefix=prefix)


@pytest.mark.parametrize("level", range(5))
def test_a_level_fills_as_many_rings(level: int) -> None:
    shares = tuple(0.6 if ring <= level else 0.3 for ring in range(1, 5))
    point = PointPicture("commission", "Decide", level, Status.LEVEL, shares)
    root = parsed(one_point(point))

    reached = of_class(root, "star-ring--reached")
    assert [one.get("class", "").split()[1] for one in reached] == [
        f"star-ring--{ring}" for ring in range(1, level + 1)
    ]
    assert len(of_class(root, "star-ring")) == 4


def test_a_filled_ring_lies_between_its_circles() -> None:
    point = PointPicture("commission", "Decide", 2, Status.LEVEL, (0.9, 0.6, 0, 0))
    second = of_class(parsed(one_point(point)), "star-ring--2")[0]
    corners = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", second.get("d", ""))
    radii = [distance((float(x), float(y)), FULL.centre) for x, y in corners]

    assert min(radii) == pytest.approx(FULL.radius_at(1), abs=2)
    assert max(radii) == pytest.approx(FULL.radius_at(2), abs=2)


def test_more_voices_shade_a_ring_more_and_a_reached_ring_steps_up() -> None:
    def shade(share: float, level: int) -> float:
        rings = (share, 0.0, 0.0, 0.0)
        return ring_opacity(PointPicture("design", "D", level, Status.LEVEL, rings), 1)

    steps = [shade(0.1, 0), shade(0.49, 0), shade(0.5, 1), shade(1.0, 1)]
    assert all(low < high for low, high in pairwise(steps))
    assert shade(0.5, 1) - shade(0.49, 0) > 0.4


def test_points_look_north_east_south_and_west() -> None:
    tips = {co: FULL.spot(FULL.outer, axis) for co, axis in AXES.items()}
    x, y = FULL.centre

    assert tips["commission"] == pytest.approx((x, y - FULL.outer))
    assert tips["design"] == pytest.approx((x + FULL.outer, y))
    assert tips["deliver"] == pytest.approx((x, y + FULL.outer))
    assert tips["assess"] == pytest.approx((x - FULL.outer, y))


@pytest.mark.parametrize("shape", [FULL, NARROW, SMALL])
def test_the_ring_order_alone_says_which_ring_is_outside(shape: object) -> None:
    assert isinstance(shape, type(FULL))
    swapped = replace(shape, order=("cos", "steps"))

    assert shape.order == ("steps", "cos")
    assert shape.radii("steps")[1] < shape.radii("cos")[0]
    assert swapped.radii("cos")[1] < swapped.radii("steps")[0]
    assert swapped.outer == shape.outer


@pytest.mark.parametrize("position", [0, 1, 2.5, 4])
@pytest.mark.parametrize("co", list(AXES))
@pytest.mark.parametrize("form", [FULL, NARROW])
def test_markers_never_lie_on_one_another(form: Form, co: str, position: float) -> None:
    same = markers(elected=position, manager=position, staff=position, resident=position)
    spots = marker_spots(PointPicture(co, co, 1, Status.LEVEL, (1, 0, 0, 0), same), form)

    assert all(distance(one, other) >= 2 * SIZE for one, other in combinations(spots, 2))
    for spot in spots:
        assert distance(spot, form.centre) > form.radii("steps")[1] + SIZE / 2


def test_a_marker_stands_on_the_circle_of_its_level() -> None:
    point = replace(rich_star().points[0], markers=markers(manager=1, staff=2, resident=4))

    radii = [distance(spot, FULL.centre) for spot in marker_spots(point, FULL)]
    assert radii == pytest.approx([FULL.radius_at(1), FULL.radius_at(2), FULL.radius_at(4)])


def test_groups_differ_by_shape_and_letter_and_only_residents_are_solid() -> None:
    star = one_point(
        replace(rich_star().points[0], markers=markers(elected=1, manager=2, staff=3, resident=4))
    )
    drawn = of_class(parsed(star), "star-markers")[0]
    badges = of_class(drawn, "star-marker")
    solid = of_class(drawn, "star-marker--solid")

    assert [badge.findtext(f"{SVG}text") for badge in badges] == ["C", "M", "S", "R"]
    corners = [len((badge[0].get("points") or "").split()) for badge in badges]
    assert corners == [4, 4, 6, 0]
    assert badges[0][0].get("points") != badges[1][0].get("points")
    assert [badge.findtext(f"{SVG}text") for badge in solid] == ["R"]


def test_where_nobody_answered_the_point_is_hatched_and_has_no_ring() -> None:
    nobody = PointPicture("commission", "Decide", None, Status.NOBODY)
    root = parsed(one_point(nobody))

    assert of_class(root, "star-hatched--nobody")
    assert not of_class(root, "star-ring")
    assert "nobody has answered yet" in drawn_words(one_point(nobody))
    assert "nowhere" not in drawn_words(one_point(nobody))


def test_nowhere_is_an_empty_point_without_hatching() -> None:
    point = PointPicture("commission", "Decide", 0, Status.LEVEL)
    first = of_class(parsed(one_point(point)), "star-co--commission")[0]

    assert not of_class(first, "star-hatched")
    assert "nowhere" in drawn_words(one_point(point))


def test_a_level_that_is_not_sure_is_hatched_from_the_lower_one_on() -> None:
    point = PointPicture(
        "commission", "Decide", 2, Status.BETWEEN, (0.9, 0.6, 0.4, 0), between=(1, 3)
    )
    root = parsed(one_point(point))

    assert len(of_class(root, "star-ring--reached")) == 1
    assert len(of_class(root, "star-hatched--between")) == 2
    assert "between once or twice and often" in drawn_words(one_point(point))


def test_divided_views_split_the_point() -> None:
    root = parsed(doubtful_star())

    assert len(of_class(root, "star-ring--4")) == 2 + 1  # both halves of Design, and Decide's


def test_a_group_without_one_level_stands_beside_the_point_dashed() -> None:
    root = parsed(doubtful_star())
    dashed = [one for one in of_class(root, "star-badge") if one.get("stroke-dasharray")]

    assert len(dashed) == 2  # the marker, and its line in the key
    assert "no one level" in drawn_words(doubtful_star())


def test_the_earlier_round_is_drawn_where_it_is_known() -> None:
    assert len(of_class(of_class(parsed(rich_star()), "star-ghosts")[0], "star-ghost")) == 3
    assert not of_class(parsed(doubtful_star()), "star-ghost")


def test_steps_are_told_apart_by_filling() -> None:
    fills = [one.get("fill") for one in of_class(parsed(rich_star(), prefix="s"), "star-arc")[:5]]

    assert fills == ["currentColor", "url(#s-trying)", "url(#s-trying)", "none", "none"]


def test_a_merged_group_has_a_shape_of_its_own() -> None:
    merged = Marker("decide", "Those who decide", "D", 2, Shape.PENTAGON)
    point = replace(rich_star().points[0], markers=(merged, *markers(resident=1)))
    badge = of_class(parsed(one_point(point)), "star-badge")[0]

    assert len((badge.get("points") or "").split()) == 5


def test_the_small_form_is_48_pixels_without_words() -> None:
    root = parsed(rich_star(), size="small")

    assert root.get("viewBox") == "0 0 48 48"
    assert not list(texts(root))
    assert len(of_class(root, "star-ring--reached")) == 2 + 3 + 4


def test_a_page_gets_the_full_and_the_narrow_form_with_ids_of_their_own() -> None:
    both = ET.fromstring(f"<div>{draw_star_for_page(rich_star(), prefix='s')}</div>")
    ids = [one.get("id") for one in both.iter() if one.get("id")]

    assert [one.get("class") for one in both] == ["star star--full", "star star--narrow"]
    assert len(ids) == len(set(ids))


def test_the_key_can_be_left_to_the_page() -> None:
    assert "not started" in drawn_words(rich_star())
    assert "not started" not in set(texts(ET.fromstring(draw_star(rich_star(), key=False))))
