"""The figures of a round, from plain answers."""

import json

import pytest

from alongside.engines.disclosure import Protected
from alongside.star.map_it.queries.cubes import protect_round
from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.following import Earlier, TooFewChanged
from alongside.star.map_it.queries.rows import Report, RoundRows
from alongside.star.map_it.tests.rounds_of_answers import people, round_of

RESIDENTS = people("resident", ["1", "1", "2", "2", "1", "0", "1", "2"])
STAFF = people("staff", ["2", "3", "2", "3", "2", "3", "4"])
MANAGERS = people("manager", ["3", "4", "3", "4", "3", "2"])


def figures(data: RoundRows) -> dict:
    return star_figures(data)


def test_four_large_groups_are_all_shown() -> None:
    councillors = people("elected", ["2", "3", "3", "4", "2"])
    found = figures(round_of(RESIDENTS, STAFF, MANAGERS, councillors))
    assert {g: p["state"] for g, p in found["people"].items()} == dict.fromkeys(
        ("elected", "manager", "staff", "resident"), "shown"
    )
    assert [m["group"] for m in found["points"][0]["markers"]] == [
        "elected",
        "manager",
        "staff",
        "resident",
    ]


def test_three_councillors_are_merged_with_managers() -> None:
    found = figures(round_of(RESIDENTS, STAFF, MANAGERS, people("elected", ["2", "3", "4"])))
    assert found["people"]["elected"]["into"] == "decide"
    assert [m["group"] for m in found["points"][0]["markers"]] == ["decide", "staff", "resident"]


def test_three_councillors_without_managers_are_named_and_leave_the_level() -> None:
    with_them = figures(round_of(RESIDENTS, STAFF, people("elected", ["4", "4", "0"])))
    without = figures(round_of(RESIDENTS, STAFF))
    assert with_them["people"]["elected"] == {
        "answered": 3,
        "asked": None,
        "state": "too_few",
        "into": None,
    }
    assert with_them["points"] == without["points"]
    assert with_them["cubes"] == without["cubes"]


def test_without_residents_the_star_is_a_staff_view() -> None:
    found = figures(round_of(STAFF, MANAGERS))
    assert all(point["staff_view_only"] for point in found["points"])


def test_nobody_answering_is_not_level_nought() -> None:
    found = figures(round_of())
    assert {(p["status"], p["level"]) for p in found["points"]} == {("nobody", None)}


def test_a_small_group_of_one_mind_is_not_shown() -> None:
    found = figures(round_of(RESIDENTS, STAFF, people("manager", ["4"] * 6)))
    assert found["people"]["manager"]["state"] == "too_few"


def test_the_bundle_survives_json() -> None:
    found = figures(round_of(RESIDENTS, STAFF, MANAGERS))
    assert json.loads(json.dumps(found)) == found


def test_the_order_of_answers_changes_nothing() -> None:
    one = figures(round_of(RESIDENTS, STAFF, MANAGERS))
    other = figures(round_of(MANAGERS[::-1], RESIDENTS[::-1], STAFF[::-1]))
    assert one == other


def released(data: RoundRows) -> Earlier:
    """What a round had released, read back from storage."""
    cubes = {co: [one.release.to_json()] for co, one in protect_round(data).items()}
    return Earlier({co: [Protected.from_json(cube) for cube in some] for co, some in cubes.items()})


def test_two_more_answers_after_a_release_leave_it_standing() -> None:
    earlier = released(round_of(RESIDENTS, STAFF, MANAGERS))
    later = round_of([*RESIDENTS, *people("resident", ["4", "4"], start=50)], STAFF, MANAGERS)
    with pytest.raises(TooFewChanged):
        protect_round(later, earlier)


def test_many_more_answers_after_a_release_make_a_new_one() -> None:
    earlier = released(round_of(RESIDENTS, STAFF, MANAGERS))
    more = people("resident", ["4", "3", "2", "4", "3", "2"], start=50)
    later = protect_round(round_of([*RESIDENTS, *more], STAFF, MANAGERS), earlier)["design"]
    assert later.release.cell("*", "resident") != earlier.of("design")[0].cell("*", "resident")


def test_views_that_differ_clearly_are_told_in_pairs_of_a_hundred() -> None:
    found = figures(round_of(RESIDENTS, MANAGERS))
    gap = found["gaps"]["biggest"]
    assert gap["group"] == "manager"
    assert gap["higher"] + gap["lower"] + gap["same"] == 100


def test_practice_that_nobody_reported_is_listed_as_not_happening() -> None:
    report = Report("parks", "ratings", ("resident", "staff"), "group", True)
    data = round_of(RESIDENTS, STAFF, reports=[report])
    practice = figures(data)["practice"]
    known = {entry["way"] for entry in practice["found"]}
    missing = {entry["way"] for entry in practice["not_happening"]}
    assert known == {"ratings"}
    assert not known & missing
    assert missing


def test_a_service_that_nobody_at_work_there_spoke_of_has_no_gaps() -> None:
    data = round_of(RESIDENTS, services=["parks"])
    assert figures(data)["practice"]["not_happening"] == []


def test_what_one_person_left_unticked_is_not_told() -> None:
    """Somebody alone in their service: the list would be their own answers, the other way round."""
    alone = people("staff", ["2"], services=["care"], start=40)
    report = Report("care", "ratings", ("resident", "staff"), "group", wish_to_do_more=True)
    data = round_of(RESIDENTS, STAFF, alone, services=["care", "parks"], reports=[report])
    missing = figures(data)["practice"]["not_happening"]
    assert {entry["service"] for entry in missing} == {"parks"}


def test_change_is_told_only_for_people_who_came_and_went_in_numbers() -> None:
    before = round_of(RESIDENTS, STAFF)
    joined = people("resident", ["4"], start=90)
    after = round_of([*people("resident", ["4"] * 4 + ["3"] * 4), *joined], STAFF)
    found = star_figures(after, before=before)
    assert {(change["more"], change["levels"]) for change in found["change"]} == {(None, None)}
    enough = [*joined, *people("resident", ["4"] * 5, start=91)]
    after = round_of([*people("resident", ["4"] * 4 + ["3"] * 4), *enough], STAFF)
    assert all(change["more"] for change in star_figures(after, before=before)["change"])
