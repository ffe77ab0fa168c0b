"""What a map leaves out stays out: an attacker with everything that was released.

The promises are those of decision NNNN. How many answered in a hidden cell: the reader's own
program in whole numbers. What they said: another set of answers that gives the same release.
`python -m bench.disclosure_attack` asks the same of many more maps.
"""

from dataclasses import replace
from typing import Any

import pytest

from alongside.star.map_it.queries.cubes import protect_round
from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.releases import latest_release
from alongside.star.map_it.queries.rows import RoundRows, load_rows
from alongside.star.map_it.queries.telling import FINE, Telling
from tests.maps import hold_round
from tests.people import World
from tests.secrecy import doubles
from tests.secrecy.doubles import Doubles, anybody, remade, with_answers
from tests.secrecy.made_up import COS, EVERY_CODE, HEADS, a_year_later, made_up, round_of
from tests.secrecy.reader import Key, Reader
from tests.secrecy.wandering import Free

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


def doubles_of(
    data: RoundRows, co: str, *, before: RoundRows | None = None, free: Free = anybody
) -> Doubles:
    protected, former = protect_round(data), protect_round(before) if before else None
    as_told: dict[str, Telling] = {}

    def figures(other: RoundRows) -> dict[str, Any]:
        return remade(other, with_answers(protected, other), former, as_told)

    return Doubles(data, figures(data), co, figures, free=free)


def doubles_of_the_year_before(before: RoundRows, co: str, *, now: RoundRows) -> Doubles:
    protected, former = protect_round(now), protect_round(before)
    as_told: tuple[dict[str, Telling], dict[str, Telling]] = {}, {}

    def figures(other: RoundRows) -> list[dict[str, Any]]:
        then = with_answers(former, other)
        return [
            remade(other, then, None, as_told[0]),
            remade(now, protected, then, as_told[1]),
        ]

    return Doubles(before, figures(before)[0], co, figures)


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
    data = made_up(HEADS[name], 3)
    for co in COS[:2]:
        assert doubles_of(data, co).not_in_doubt() == set()


def test_nor_do_two_maps_tell_by_what_changed_between_them() -> None:
    """Neither what the later one leaves out, nor what the earlier one did."""
    before = made_up(HEADS["five councillors"], 4)
    now = a_year_later(before, 5)
    assert any(change["more"] for change in star_figures(now, before=before)["change"])
    for co in COS[:2]:
        assert doubles_of(now, co, before=before).not_in_doubt() == set()
        assert doubles_of_the_year_before(before, co, now=now).not_in_doubt() == set()


def test_nor_do_people_who_said_that_they_do_not_know() -> None:
    data = made_up(HEADS["five councillors"], 5, codes=(*EVERY_CODE, "dk", "na"))
    assert doubles_of(data, "design").not_in_doubt() == set()


def test_nor_does_somebody_who_entered_answers_find_the_others() -> None:
    """They take away what they typed in, and know no more of the rest than anybody."""
    data = made_up(HEADS["five councillors"], 6, entered=0.3)
    assert any(row.entered for row in data.rows)
    for co in COS[:2]:
        others = doubles_of(data, co, free=lambda row: not row.entered)
        assert others.hidden_counts()
        assert others.not_in_doubt() == set()


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


def test_pairs_in_numbers_would_have_told_what_few_people_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = made_up(HEADS["five councillors"], 3)
    gaps = [gap for gap in star_figures(data)["gaps"]["all"] if gap["co"] == "design"]
    assert {gap["higher"] for gap in gaps} == {None}
    everything = Telling(FINE, frozenset({"elected", "manager", "staff"}))
    monkeypatch.setattr(doubles, "telling_of", lambda *_found: everything)
    careless = doubles_of(data, "design")
    assert not any(careless.double(count, pull=3) for count in careless.hidden_counts())


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
        assert doubles_of(data, co).not_in_doubt() == set()
