from xml.etree import ElementTree as ET

import pytest

from alongside.star.framework.drawing import draw_participation
from alongside.star.framework.drawing.ties import THINNEST, WIDEST, line_width
from alongside.star.framework.participation import (
    CoTies,
    ParticipationPicture,
    pair_table,
    participation_description,
    set_table,
)
from alongside.star.framework.picture import PictureError
from alongside.star.framework.tests.samples import HOSTILE, participation

SVG = "{http://www.w3.org/2000/svg}"
PICTURE = participation(
    commission={"CM": 5, "CMR": 2}, design={"MSR": 6, "SR": 3}, deliver={"SR": 14, "R": 3}
)


def drawn_as_tree(picture: ParticipationPicture) -> ET.Element:
    return ET.fromstring(draw_participation(picture))


def test_a_practice_counts_for_every_pair_that_takes_part() -> None:
    ties = PICTURE.cos[0]

    assert ties.practices == 7
    assert ties.with_pair(("elected", "manager")) == 7
    assert ties.with_pair(("manager", "resident")) == 2
    assert ties.with_group("staff") == 0


def test_the_tables_say_who_with_whom_and_who_exactly() -> None:
    pairs, sets = pair_table(PICTURE), set_table(PICTURE)

    assert pairs.rows[0] == ("Councillors with Managers", 7, 0, 0, 0)
    assert pairs.rows[-1] == ("Front-line staff with Residents", 0, 9, 14, 0)
    assert sets.rows[0] == ("Front-line staff, Residents", 0, 3, 14, 0)
    assert sum(cell for row in sets.rows for cell in row[1:]) == 7 + 9 + 17


def test_a_co_without_practice_says_so() -> None:
    said = participation_description(PICTURE)

    assert "Check together: no practice is known yet." in said
    assert "Decide together: 7 practices." in said
    assert "none known yet" in draw_participation(PICTURE)


def test_every_number_of_the_table_that_is_not_nought_is_drawn() -> None:
    root = drawn_as_tree(PICTURE)
    lines = [one for one in root.iter(f"{SVG}line") if one.get("class") == "star-tie"]
    numbers = sorted(str(cell) for row in pair_table(PICTURE).rows for cell in row[1:] if cell)
    drawn = sorted(one.text or "" for one in root.iter(f"{SVG}text") if (one.text or "").isdigit())

    assert drawn == numbers
    assert len(lines) == len(numbers)


def test_each_of_the_four_pictures_says_what_it_shows() -> None:
    pictures = list(drawn_as_tree(PICTURE))
    said = [picture.findtext(f"{SVG}desc") or "" for picture in pictures]

    assert [picture.get("role") for picture in pictures] == ["img"] * 4
    assert " ".join(said) == participation_description(PICTURE)
    assert pictures[0].findtext(f"{SVG}title") == "Who takes part with whom: Decide together"


def test_lines_grow_with_the_count() -> None:
    assert line_width(0, 10) == 0
    assert line_width(10, 10) == WIDEST
    assert line_width(5, 10) == WIDEST / 2
    assert line_width(1, 1000) == THINNEST


def test_an_empty_partnership_still_has_a_picture() -> None:
    root = drawn_as_tree(participation())

    assert not [one for one in root.iter() if one.get("class") == "star-tie"]
    assert set_table(participation()).rows == ()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_labels_stay_words(words: str) -> None:
    ties = CoTies("commission", words, {frozenset({"staff"}): 1})
    drawn = draw_participation(
        type(PICTURE)(words, PICTURE.members, (ties, *PICTURE.cos[1:]), words), prefix="p"
    )

    ET.fromstring(drawn)
    assert "<script" not in drawn
    assert "style=" not in drawn


def test_unknown_groups_and_negative_counts_are_refused() -> None:
    with pytest.raises(PictureError, match="not a set of groups"):
        CoTies("commission", "Decide", {frozenset({"alien"}): 1})
    with pytest.raises(PictureError, match="not a set of groups"):
        CoTies("commission", "Decide", {frozenset(): 1})
    with pytest.raises(PictureError, match="-1 practices"):
        CoTies("commission", "Decide", {frozenset({"staff"}): -1})
    with pytest.raises(PictureError, match="unknown Co"):
        CoTies("dream", "Dream", {})
    with pytest.raises(PictureError, match="order"):
        type(PICTURE)("t", PICTURE.members[::-1], PICTURE.cos)
    with pytest.raises(PictureError, match="order"):
        type(PICTURE)("t", PICTURE.members, PICTURE.cos[::-1])
