"""The audit against readers who share no code with it, on many tables drawn by hypothesis."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alongside.engines.disclosure import TOTAL, Hidden, Policy, Shown, protect
from alongside.engines.disclosure.audit import Audit, Finding
from alongside.engines.disclosure.cutting import complete_lines, primary
from alongside.engines.disclosure.protection import keys_to_hide
from alongside.engines.disclosure.rollups import Rollups
from alongside.engines.disclosure.systems import audits_of

from .reader import (
    Truth,
    contents_worked_back,
    every_table,
    people_worked_back,
    places,
    sizes_worked_back,
)
from .tables import survey, surveys, two_way

POLICIES = st.sampled_from((Policy(), Policy(minimum=3), Policy(minimum=3, unanimous_minimum=4)))


def release_of(cube, hidden):
    """What a release would be if just these keys were hidden."""
    release = protect(cube, Policy())
    table = Rollups.of(cube, release.merges_used)
    cells = {
        key: Hidden() if key in hidden | table.blank else Shown(*value)
        for key, value in table.values.items()
    }
    return type(release)(
        release.dimensions, release.categories, release.policy, release.merges_used, cells
    )


@settings(max_examples=60, deadline=None)
@given(cube=surveys(), policy=POLICIES)
def test_no_reader_can_work_back_how_many_answered_in_a_hidden_cell(cube, policy):
    release = protect(cube, policy)
    assert sizes_worked_back(cube, release) == []
    assert people_worked_back(cube, release, axis=1) == []


@settings(max_examples=40, deadline=None)
@given(cube=surveys(), policy=POLICIES)
def test_no_reader_who_knows_how_many_can_work_back_what_they_said(cube, policy):
    assert contents_worked_back(cube, protect(cube, policy)) == []


@settings(max_examples=8, deadline=None)
@given(cube=surveys(largest=8, services=2, categories=2, areas=2))
def test_three_dimensions_hold_as_well(cube):
    release = protect(cube, Policy(minimum=3))
    assert sizes_worked_back(cube, release) == []
    assert contents_worked_back(cube, release) == []


TINY = st.tuples(st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=40, deadline=None)
@given(cells=st.lists(TINY, min_size=4, max_size=4), policy=POLICIES)
def test_every_table_that_fits_a_tiny_release_leaves_its_hidden_cells_open(cells, policy):
    a, b, c, d = cells
    cube = two_way({"parks": {"staff": a, "resident": b}, "buses": {"staff": c, "resident": d}})
    release = protect(cube, policy)
    assume(isinstance(release.cell(TOTAL, TOTAL), Shown))
    reader, tables = every_table(release)
    truth = Truth(cube, release)
    for key in reader.hidden:
        if any(truth.behind(cell) for cell in reader.stands_on(key)):
            sizes = tables[:, places(reader, key)].sum(axis=(1, 2))
            assert np.ptp(sizes) >= min(policy.minimum, reader.room(key))
    for cell in reader.hidden:
        if TOTAL not in cell:
            size = truth.size(cell)
            tables = tables[tables[:, reader.cells.index(cell)].sum(axis=1) == size]
    for cell in reader.hidden:
        if TOTAL in cell or reader.told_unanimous(truth.behind, cell):
            continue
        for category in np.flatnonzero(truth.counts.get(cell, (0, 0))):
            assert np.ptp(tables[:, reader.cells.index(cell), category]) >= 1


def test_the_readers_do_find_what_a_careless_release_gives_away():
    rows = {
        "parks": {"staff": (3, 1), "resident": (9, 8)},
        "buses": {"staff": (5, 7), "resident": (6, 6)},
    }
    cube = two_way(rows)
    careless = release_of(cube, {("parks", "staff")})
    assert sizes_worked_back(cube, careless) == [("parks", "staff")]
    assert contents_worked_back(cube, careless) == [
        (("parks", "staff"), 0),
        (("parks", "staff"), 1),
    ]


def test_the_audit_finds_what_the_readers_find():
    """Hide what the first two steps hide, and compare who finds what in that."""
    found = 0
    for seed in range(10):
        cube = survey(seed, heads=(4, 7, 15, 20), services=4, part=0.5, lean=3.0)
        table = Rollups.of(cube, ())
        hidden = complete_lines(table, primary(table, Policy()), Policy())
        unsafe = audits_of(table, Policy())[0].unsafe(hidden)
        release = release_of(cube, hidden)
        by_reader = [Finding(key) for key in sizes_worked_back(cube, release)]
        by_reader += [Finding(*count) for count in contents_worked_back(cube, release)]
        assert set(unsafe) == set(by_reader)
        found += len(unsafe)
    assert found > 0, "no table here needs an audit, so the test shows nothing"


def test_what_is_hidden_later_keeps_earlier_findings_true():
    cube = survey(3, heads=(4, 7, 15, 20), services=4, part=0.5, lean=3.0)
    table = Rollups.of(cube, ())
    hidden = keys_to_hide([table], Policy())
    seasoned = audits_of(table, Policy())[0]
    for cut in range(1, len(hidden) + 1):
        seasoned.unsafe(set(sorted(hidden)[:cut]))
    assert seasoned.unsafe(hidden) == Audit(seasoned.sums, Policy()).unsafe(hidden) == []
