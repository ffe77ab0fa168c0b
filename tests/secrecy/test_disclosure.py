"""What a map leaves out stays out: an attacker with everything that was released.

The promises are those of decision 0030. How many answered in a hidden cell: the reader's own
program in whole numbers. What they said: another set of answers that gives the same release.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from alongside.star.map_it.queries import telling
from alongside.star.map_it.queries.cubes import protect_round
from alongside.star.map_it.queries.doubt import anybody, doubles_of, who_entered
from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.releases import latest_release
from alongside.star.map_it.queries.rows import RoundRows, Row, load_rows
from tests.maps import hold_round
from tests.people import World
from tests.secrecy.doubles import beside, draw, hidden_counts, is_double, known_answers
from tests.secrecy.made_up import COS, EVERY_CODE, HEADS, a_year_later, made_up, round_of
from tests.secrecy.reader import Key, Reader

FEW_CODES = ("1", "2", "2", "3")  # fewer kinds of people for the reader to tell apart


def number_of(data: RoundRows, reader: Reader, key: Key) -> int:
    """How many really answered in a cell, merged groups under their common name."""
    parts = reader.table.merged.get(key[1], [key[1]])
    return len({r.person for r in data.rows if r.service == key[0] and r.group in parts})


def known_numbers(data: RoundRows, reader: Reader) -> dict[Key, tuple[int, int]]:
    """Hidden numbers below the minimum: the least and the most that the reader finds possible."""
    few = [
        key
        for key in reader.hidden_everywhere()
        if 0 < number_of(data, reader, key) < reader.minimum and reader.room(key)
    ]
    return {key: reader.span(reader.answers(key)) for key in few}


def too_close(reader: Reader, spans: dict[Key, tuple[int, int]]) -> set[Key]:
    """Those known more closely than is promised."""
    return {
        key
        for key, (least, most) in spans.items()
        if most - least + 1 < max(2, min(reader.minimum, reader.room(key)))
    }


@pytest.mark.parametrize("seed", [6, 7])
@pytest.mark.parametrize("name", HEADS)
def test_of_few_people_several_numbers_are_possible(name: str, seed: int) -> None:
    """With everything told: as many numbers as the minimum, or as there is room for at all."""
    data = made_up(HEADS[name], seed, codes=FEW_CODES, everywhere="elected" if seed % 2 else "")
    bundle = star_figures(data)
    for co in COS[:2]:
        reader = Reader(bundle, co)
        assert too_close(reader, known_numbers(data, reader)) == set()
        reader.know_who_spoke_at_work()
        assert all(least < most for least, most in known_numbers(data, reader).values())


@pytest.mark.parametrize("name", HEADS)
def test_of_every_hidden_answer_there_is_a_double(name: str) -> None:
    drawn = draw(made_up(HEADS[name], 3))
    assert any(hidden_counts(one) for one in drawn.protected.values())
    assert known_answers(drawn) == set()


def test_nor_do_two_maps_tell_by_what_changed_between_them() -> None:
    """Neither what the later one leaves out, nor what the earlier one did."""
    before = made_up(HEADS["three councillors"], 16)
    drawn = draw(a_year_later(before, 5), before)
    assert any(change["more"] for change in drawn.bundle["change"])
    assert known_answers(drawn) == set()
    assert known_answers(beside(draw(before), drawn)) == set()


def test_nor_do_people_who_said_that_they_do_not_know() -> None:
    drawn = draw(made_up(HEADS["few of everybody"], 5, codes=(*EVERY_CODE, "dk", "na")))
    assert known_answers(drawn) == set()


def test_nor_does_somebody_who_entered_answers_find_the_others() -> None:
    """They take away what they typed in, and know no more of the rest than anybody."""
    drawn = draw(made_up(HEADS["five councillors"], 6, entered=0.3))
    for one in drawn.protected.values():
        assert any(row.entered for row in one.rows)
        assert hidden_counts(one, who_entered)
    assert known_answers(drawn, who_entered) == set()
    assert known_answers(drawn) == set()


def test_answers_typed_in_beside_one_real_one_do_not_show_it() -> None:
    """Four councillors whom the enterer made up, and one who answered: five, yet not enough."""
    made = [
        replace(row, entered=row.person != "elected-0") if row.group == "elected" else row
        for row in made_up(HEADS["five councillors"], 2, everywhere="elected").rows
    ]
    protected = protect_round(round_of([row for row in made if row.group != "manager"]))
    assert not any("elected" in one.shown for one in protected.values())
    alone = protect_round(
        round_of([replace(r, entered=False) for r in made if r.group != "manager"])
    )
    assert all("elected" in one.shown for one in alone.values())


def test_there_is_something_to_be_found() -> None:
    """A reader to whom one hidden margin is told finds the cell behind it at once."""
    data = made_up(HEADS["five councillors"], 6, codes=FEW_CODES)
    reader = Reader(star_figures(data), "commission")
    key = next(iter(known_numbers(data, reader)))
    number = number_of(data, reader, key)
    reader.know(reader.answers(key), number, number)
    assert too_close(reader, known_numbers(data, reader)) >= {key}


def test_where_nothing_leaves_all_in_doubt_only_cells_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telling, "all_in_doubt", lambda *_looked_for: False)
    bundle = star_figures(made_up(HEADS["few of everybody"], 3))
    for point in bundle["points"]:
        assert (point["level"], point["rings"], point["markers"]) == (None, None, [])
    assert bundle["gaps"] == {"all": [], "biggest": None}
    assert bundle["cubes"]


def test_of_a_hidden_number_that_is_known_no_double_is_found() -> None:
    drawn = draw(made_up(HEADS["five councillors"], 3))
    one = drawn.protected["design"]
    told, alike = drawn.looked_for["design"]
    (service, group), code = min(hidden_counts(one))

    def number(rows: Sequence[Row]) -> int:
        return sum((r.service, r.group, r.code) == (service, group, code) for r in rows)

    assert doubles_of(one, told, alike)
    known = lambda rows: alike(rows) and number(rows) == number(one.rows)  # noqa: E731
    assert doubles_of(one, told, known) is None


def test_what_is_no_double_is_not_taken_for_one() -> None:
    drawn = draw(made_up(HEADS["five councillors"], 3))
    rows = list(drawn.protected["design"].rows)
    at = next(n for n, row in enumerate(rows) if row.code == "2")
    other = [*rows[:at], replace(rows[at], code="3"), *rows[at + 1 :]]
    assert is_double(drawn, "design", rows, anybody)
    assert not is_double(drawn, "design", other, anybody)


@pytest.mark.django_db
def test_nor_is_anything_found_in_what_the_database_froze(world: World) -> None:
    services = [world.home_care, world.parks]
    crowd = {"resident": 7, "staff": 6, "manager": 3, "elected": 2}
    round_ = hold_round(
        world.strathmuir, world.cara, services, title="Small", told="small", crowd=crowd
    )
    release, data = latest_release(round_), load_rows(round_)
    assert release is not None
    for co in COS:
        reader = Reader(release.bundle, co)
        assert too_close(reader, known_numbers(data, reader)) == set()
    drawn = draw(data)
    assert {**drawn.bundle, "ghost": None} == {**release.bundle, "ghost": None}
    assert known_answers(drawn) == set()
