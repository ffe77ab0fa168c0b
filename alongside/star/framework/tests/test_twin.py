import pytest

from alongside.foundation.files.sheets import Percent
from alongside.star.framework.picture import PointPicture, Status
from alongside.star.framework.tests.samples import doubtful_star, rich_star
from alongside.star.framework.twin import (
    description,
    full_title,
    marker_words,
    point_sentence,
    point_table,
    short_status,
    step_table,
)

SCALE = ("nowhere", "once or twice", "in pockets", "often", "how we work")


@pytest.mark.parametrize(
    ("level", "status", "between", "sentence"),
    [
        (
            2,
            Status.LEVEL,
            None,
            "Decide: in pockets. Half the voices, groups counting equally, say at least “in pockets”.",
        ),
        (
            0,
            Status.LEVEL,
            None,
            "Decide: nowhere. Fewer than half the voices, groups counting equally, say it happens at all.",
        ),
        (
            1,
            Status.BETWEEN,
            (1, 2),
            "Decide: between once or twice and in pockets. The answers do not settle which.",
        ),
        (
            None,
            Status.DIVIDED,
            None,
            "Decide: views divided. At least a third say “once or twice” or less, and at least a third “often” or more.",
        ),
        (
            None,
            Status.MOSTLY_DONT_KNOW,
            None,
            "Decide: most don't know. More than half of those who answered can't tell.",
        ),
        (None, Status.NOBODY, None, "Decide: nobody has answered yet."),
        (None, Status.HIDDEN, None, "Decide: too few answers to show."),
    ],
)
def test_each_state_has_its_sentence(
    level: int | None, status: Status, between: tuple[int, int] | None, sentence: str
) -> None:
    point = PointPicture("commission", "Decide", level, status, between=between)

    assert point_sentence(point, SCALE) == sentence


def test_the_title_carries_what_must_not_be_left_off() -> None:
    assert full_title(rich_star()) == "Our co-production star (invented example)"
    assert full_title(doubtful_star()) == "Our co-production star (staff view only, provisional)"


def test_the_description_names_people_points_groups_and_steps() -> None:
    said = description(rich_star())

    assert said.startswith(
        "212 people from 14 services took part. 4 November 2026. "
        "5 of 5 councillors answered; too few to show. Decide together: in pockets."
    )
    assert "Managers: in pockets; Front-line staff: in pockets; Residents: once or twice." in said
    assert "A year ago: once or twice." in said
    assert said.endswith("Market: not started. Grow: not started.")
    assert "Map: working, 31 practices found." in said


def test_a_group_without_a_level_says_why() -> None:
    assert "Front-line staff: views divided" in description(doubtful_star())


def test_the_table_holds_a_cell_for_every_header() -> None:
    for star in (rich_star(), doubtful_star()):
        for table in (point_table(star), step_table(star)):
            assert all(len(row) == len(table.headers) for row in table.rows)


def test_the_table_says_what_the_picture_says() -> None:
    table = point_table(rich_star())

    assert table.headers == (
        "Together",
        "Level",
        "“once or twice” or more",
        "“in pockets” or more",
        "“often” or more",
        "“how we work” or more",
        "Managers",
        "Front-line staff",
        "Residents",
        "A year ago",
    )
    assert table.rows[0] == (
        *("Decide together", "in pockets", *map(Percent, (0.83, 0.58, 0.31, 0.08))),
        *("in pockets", "in pockets", "once or twice", "once or twice"),
    )
    assert table.rows[3][6:] == ("not shown", "not shown", "not shown", "not known")
    for point, row in zip(rich_star().points, table.rows, strict=True):
        assert row[1] == short_status(point, SCALE)


def test_where_nobody_answered_the_table_shows_no_figures() -> None:
    row = point_table(doubtful_star()).rows[3]

    assert row[1:6] == ("nobody has answered yet", *("no answers",) * 4)


def test_dont_know_has_a_column_where_it_is_known() -> None:
    table = point_table(doubtful_star())
    place = table.headers.index("Don't know")

    shown = [str(row[place]) for row in table.rows]
    assert shown == ["not shown", "not shown", "61%", "not shown"]
    assert "Don't know" not in point_table(rich_star()).headers


def test_steps_stand_with_the_fact_behind_them() -> None:
    rows = step_table(rich_star()).rows

    assert rows[0] == ("Map", "working", "31 practices found")
    assert rows[3] == ("Market", "not started", "nothing yet")


def test_a_place_between_two_levels_is_said_as_that() -> None:
    marker = rich_star().points[2].markers[1]

    assert marker_words(marker, SCALE) == "between often and how we work"
