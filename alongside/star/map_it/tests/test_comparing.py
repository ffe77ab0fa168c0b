"""Views and rounds side by side: nothing that a release hides is told by comparing it."""

from collections.abc import Sequence

from alongside.star.map_it.queries.comparing import common_ground
from alongside.star.map_it.queries.cubes import protect_round
from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.rows import RoundRows, Row
from alongside.star.map_it.tests.rounds_of_answers import people, round_of

SERVICES = ("parks", "care", "play", "roads")
MIXED = ("1", "2", "0", "3", "2", "1", "3", "0", "2", "1")


def gaps_of(data: RoundRows, co: str = "design") -> list[dict]:
    found = star_figures(data)
    return [gap for gap in found["gaps"]["all"] if gap["co"] == co]


def ground_of(data: RoundRows) -> set[str]:
    """The services on which staff and residents are set side by side."""
    one = protect_round(data)["design"]
    return common_ground((one, "staff"), (one, "resident"))


def group_on(group: str, codes: Sequence[str], *services: str, start: int = 0) -> list[Row]:
    return people(group, codes, services=services, start=start)


def test_a_hidden_group_of_one_mind_is_not_given_away_by_the_gap() -> None:
    """The residents who spoke of play all said the same; managers' pairs with them would tell it."""
    data = round_of(
        group_on("resident", MIXED, "parks"),
        group_on("resident", ["4"] * 5, "play", start=20),
        group_on("staff", MIXED[:5], "parks"),
        group_on("staff", MIXED[:8], "care", start=20),
        group_on("staff", MIXED[:8], "play", start=40),
        group_on("manager", MIXED[:5], "care"),
        group_on("manager", MIXED[:8], "play", start=20),
        services=SERVICES[:3],
    )
    protected = protect_round(data)["design"]
    assert {"manager", "resident"} <= set(protected.shown)
    assert ("play", "resident") not in protected.shown_cells()
    assert "manager" not in {gap["group"] for gap in gaps_of(data)}


def test_groups_are_compared_where_both_are_shown() -> None:
    data = round_of(
        group_on("resident", MIXED, "parks", "play", "roads"),
        group_on("staff", MIXED, "parks", "care"),
        services=SERVICES,
    )
    shown = protect_round(data)["design"].shown_cells()
    assert {("parks", "resident"), ("parks", "staff")} <= set(shown)
    assert ground_of(data) == {"parks"}
    alone = round_of(group_on("resident", MIXED, "parks"), group_on("staff", MIXED, "parks"))
    assert gaps_of(data) == gaps_of(alone)


def test_groups_that_rated_the_same_services_are_compared_as_a_whole() -> None:
    """Each service alone is too small to show; all of them together are what the Star shows."""
    thin = [
        row
        for n, service in enumerate(SERVICES)
        for row in (
            *group_on("resident", ["1", "2", "0"], service, start=10 * n),
            *group_on("staff", ["3", "2", "4"], service, start=10 * n),
        )
    ]
    data = round_of(thin, services=SERVICES)
    assert not protect_round(data)["design"].shown_cells()
    assert ground_of(data) == set(SERVICES)
    assert len(gaps_of(data)) == 1


def test_change_is_not_told_from_a_service_that_one_round_hides() -> None:
    """Three spoke of parks last year, too few to show; this year many do."""
    then = round_of(
        group_on("resident", ["0", "0", "0"], "parks"),
        group_on("resident", MIXED, "care", "play", start=20),
        group_on("staff", MIXED, "parks", "care", "play"),
        services=SERVICES[:3],
    )
    now = round_of(
        group_on("resident", ["4", "4", "4"], "parks"),
        group_on("resident", ["4", "3", "4", "3", "4", "4"], "parks", start=60),
        group_on("staff", MIXED, "parks", "care", "play"),
        services=SERVICES[:3],
    )
    assert "resident" in protect_round(then)["design"].shown
    assert ("parks", "resident") not in protect_round(then)["design"].shown_cells()
    found = star_figures(now, before=then)
    assert all(change["levels"] is None and change["more"] is None for change in found["change"])


def test_two_hats_that_are_merged_speak_once_each() -> None:
    """A councillor who manages a service too: shown together, each hat still has its voice."""
    councillors = people("elected", ["2", "3", "4"])
    both = [
        Row("manager-0", row.group, row.service, row.co, row.code)
        if row.person == "elected-0"
        else row
        for row in councillors
    ]
    data = round_of(
        people("resident", MIXED),
        people("staff", MIXED),
        people("manager", ["3", "4", "3", "4", "3", "2"]),
        both,
    )
    assert star_figures(data)["people"]["elected"]["into"] == "decide"
    voices = [row.person for row in protect_round(data)["design"].rows if row.group == "decide"]
    assert len(set(voices)) == 9
