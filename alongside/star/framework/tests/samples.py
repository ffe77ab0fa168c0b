"""Pictures the tests draw: a rich Star, one with every doubtful state, and hostile words."""

from dataclasses import replace

from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.participation import CoTies, Member, ParticipationPicture
from alongside.star.framework.picture import (
    ArcPicture,
    ArcState,
    Caption,
    Ghost,
    Marker,
    PointPicture,
    Shape,
    StarPicture,
    Status,
)

HOSTILE = (
    "<script>alert('x')</script>",
    '"/><image href="http://example.org/x"/>',
    "]]>&amp;<!--",
    "W" * 400,
    "\u202eevil\u202c \x00\x07\x1b nul",
    "Z\u0351\u0352\u0353\u0354\u0355a\u0300\u0301\u0302\u0303lgo",
    '#eval(read("/etc/passwd")) \\ $x$ *b*',
    "合作" * 60,
    "line\nbreak\ttab",
    "\ud800 lone",
    "%(level)s {resident_plural} {0}",
)

GROUPS = {
    "elected": ("Councillors", "C", Shape.DIAMOND, False),
    "manager": ("Managers", "M", Shape.SQUARE, False),
    "staff": ("Front-line staff", "S", Shape.HEXAGON, False),
    "resident": ("Residents", "R", Shape.CIRCLE, True),
}


def marker(group: str, position: float | None, reason: str = "") -> Marker:
    name, letter, shape, solid = GROUPS[group]
    return Marker(group, name, letter, position, shape, solid, reason)


def markers(**positions: float) -> tuple[Marker, ...]:
    return tuple(marker(group, position) for group, position in positions.items())


def arcs() -> tuple[ArcPicture, ArcPicture, ArcPicture, ArcPicture, ArcPicture]:
    return (
        ArcPicture("map", "Map", ArcState.WORKING, "31 practices found"),
        ArcPicture("focus", "Focus", ArcState.TRYING, "16 of 23 activities rated"),
        ArcPicture("people", "People", ArcState.TRYING, "184 offers"),
        ArcPicture("market", "Market", ArcState.NOT_STARTED),
        ArcPicture("grow", "Grow", ArcState.NOT_STARTED),
    )


RICH_CAPTION = Caption(
    who="212 people from 14 services took part",
    when="4 November 2026",
    heard="212",
    heard_of="people heard",
    missing=("5 of 5 councillors answered; too few to show",),
    invented=True,
)


def rich_star() -> StarPicture:
    return StarPicture(
        "Our co-production star",
        (
            PointPicture(
                "commission",
                "Decide together",
                2,
                Status.LEVEL,
                (0.83, 0.58, 0.31, 0.08),
                markers(manager=2, staff=2, resident=1),
            ),
            PointPicture(
                "design",
                "Design together",
                3,
                Status.LEVEL,
                (0.95, 0.8, 0.6, 0.2),
                markers(manager=3, staff=3, resident=2),
            ),
            PointPicture(
                "deliver",
                "Do together",
                4,
                Status.LEVEL,
                (0.98, 0.9, 0.8, 0.55),
                markers(manager=4, staff=3.5, resident=4),
            ),
            PointPicture("assess", "Check together", 0, Status.LEVEL, (0.4, 0.2, 0.1, 0.0)),
        ),
        arcs(),
        load_instrument().scale(),
        RICH_CAPTION,
        Ghost("A year ago", (1, 3, 2, None)),
    )


def doubtful_star() -> StarPicture:
    return replace(
        rich_star(),
        points=(
            PointPicture(
                "commission",
                "Decide together",
                1,
                Status.BETWEEN,
                (0.73, 0.52, 0.31, 0.08),
                markers(elected=1, manager=2, staff=2, resident=1),
                between=(1, 2),
            ),
            PointPicture(
                "design",
                "Design together",
                None,
                Status.DIVIDED,
                (0.62, 0.5, 0.45, 0.35),
                (
                    marker("manager", 4),
                    marker("staff", None, "views divided"),
                    marker("resident", 0),
                ),
            ),
            PointPicture(
                "deliver",
                "Do together",
                None,
                Status.MOSTLY_DONT_KNOW,
                (0.4, 0.2, 0.1, 0),
                dont_know=0.61,
            ),
            PointPicture("assess", "Check together", None, Status.NOBODY),
        ),
        caption=Caption(heard="9", heard_of="people heard", provisional=True, staff_view_only=True),
        ghost=None,
    )


def star_saying(words: str) -> StarPicture:
    """The rich Star with the same words in every place that takes words."""
    star = rich_star()
    points = tuple(
        replace(
            point,
            label=words,
            markers=tuple(replace(one, name=words) for one in point.markers),
        )
        for point in star.points
    )
    return replace(
        star,
        title=words,
        points=points,
        arcs=tuple(replace(arc, label=words, fact=words) for arc in star.arcs),
        scale=(words,) * 5,
        caption=Caption(words, words, words, words, (words,)),
        ghost=Ghost(words, (1, 2, 3, 4)),
    )


def one_point(point: PointPicture) -> StarPicture:
    """A Star where only the first point holds something."""
    empty = [PointPicture(co, co, None, Status.NOBODY) for co in ("design", "deliver", "assess")]
    return replace(rich_star(), points=(point, *empty), ghost=None)


def participation(**sets: dict[str, int]) -> ParticipationPicture:
    """Counts by letters: `commission={"CM": 5}`."""
    letters = {letter: group for group, (_name, letter, _shape, _solid) in GROUPS.items()}
    labels = ("Decide together", "Design together", "Do together", "Check together")
    cos = ("commission", "design", "deliver", "assess")
    return ParticipationPicture(
        "Who takes part with whom",
        tuple(Member(group, *looks) for group, looks in GROUPS.items()),
        tuple(
            CoTies(
                co,
                label,
                {
                    frozenset(letters[letter] for letter in group): count
                    for group, count in sets.get(co, {}).items()
                },
            )
            for co, label in zip(cos, labels, strict=True)
        ),
    )
