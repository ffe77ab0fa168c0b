from dataclasses import replace

import pytest

from alongside.star.framework.picture import (
    ArcPicture,
    ArcState,
    Ghost,
    Marker,
    PictureError,
    PointPicture,
    Shape,
    Status,
)
from alongside.star.framework.tests.samples import markers, rich_star


def test_nobody_answered_is_never_a_level() -> None:
    for level in range(5):
        with pytest.raises(PictureError, match="nothing to show"):
            PointPicture("design", "Design", level, Status.NOBODY)


@pytest.mark.parametrize("extra", [{"rings": (0.1, 0, 0, 0)}, {"markers": markers(staff=1)}])
def test_where_nobody_answered_there_is_nothing_to_show(extra: dict[str, object]) -> None:
    with pytest.raises(PictureError, match="nothing to show"):
        PointPicture("design", "Design", None, Status.NOBODY, **extra)


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_is_0_to_4(level: int) -> None:
    with pytest.raises(PictureError, match="not 0 to 4"):
        PointPicture("design", "Design", level, Status.LEVEL)


def test_the_status_level_needs_one() -> None:
    with pytest.raises(PictureError, match="no level is given"):
        PointPicture("design", "Design", None, Status.LEVEL)


@pytest.mark.parametrize("rings", [(1.1, 0, 0, 0), (float("nan"), 0, 0, 0), (-0.1, 0, 0, 0)])
def test_a_share_is_0_to_1(rings: tuple[float, float, float, float]) -> None:
    with pytest.raises(PictureError, match="share of design"):
        PointPicture("design", "Design", 1, Status.LEVEL, rings)


def test_a_higher_ring_never_holds_more_voices() -> None:
    with pytest.raises(PictureError, match="more voices"):
        PointPicture("design", "Design", 1, Status.LEVEL, (0.5, 0.6, 0, 0))


@pytest.mark.parametrize(
    ("status", "between"),
    [
        (Status.BETWEEN, None),
        (Status.LEVEL, (1, 2)),
        (Status.BETWEEN, (2, 2)),
        (Status.BETWEEN, (3, 5)),
    ],
)
def test_between_goes_with_two_rising_levels(
    status: Status, between: tuple[int, int] | None
) -> None:
    with pytest.raises(PictureError, match="between"):
        PointPicture("design", "Design", 1, status, between=between)


def test_a_marker_stands_somewhere_or_says_why_not() -> None:
    with pytest.raises(PictureError, match="neither a position nor a reason"):
        Marker("staff", "Staff", "S", None, Shape.SQUARE)
    with pytest.raises(PictureError, match="not 0 to 4"):
        Marker("staff", "Staff", "S", 4.1, Shape.SQUARE)
    with pytest.raises(PictureError, match="one or two letters"):
        Marker("staff", "Staff", "STAFF", 4, Shape.SQUARE)


def test_points_and_arcs_come_in_their_order() -> None:
    star = rich_star()
    with pytest.raises(PictureError, match="points come in the order"):
        replace(star, points=star.points[::-1])
    with pytest.raises(PictureError, match="arcs come in the order"):
        replace(star, arcs=star.arcs[::-1])
    with pytest.raises(PictureError, match="five words"):
        replace(star, scale=("a", "b"))


def test_unknown_parts_are_refused() -> None:
    with pytest.raises(PictureError, match="unknown Co"):
        PointPicture("dream", "Dream", 1, Status.LEVEL)
    with pytest.raises(PictureError, match="unknown step"):
        ArcPicture("dream", "Dream", ArcState.TRYING)
    with pytest.raises(PictureError, match="ghost level"):
        Ghost("A year ago", (1, 2, 3, 7))
