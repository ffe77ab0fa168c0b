"""What released counts say: means, how far people agree, and the field; ties are ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.priorities import Criterion as Weighed
from alongside.engines.priorities import Ratings, robustness
from alongside.star.focus_it.queries.readings import Agreement, Field, ItemReading, Reading

counts = st.tuples(*[st.integers(0, 30)] * 5).filter(any)


def item(impact: tuple[int, ...] | None, effort: tuple[int, ...] | None) -> ItemReading:
    """An item of which everybody together gave these scores."""
    readings = {"impact": {"*": impact}, "effort": {"*": effort}}
    return ItemReading(
        item=None,  # type: ignore[arg-type]
        readings={
            criterion: {group: Reading(told) if told else None for group, told in groups.items()}
            for criterion, groups in readings.items()
        },
        since={},
        line=3,
        has_new_words=False,
    )


HIGH, LOW, MIDDLE = (0, 0, 0, 5, 5), (5, 5, 0, 0, 0), (0, 0, 9, 0, 0)


@pytest.mark.parametrize(
    ("impact", "effort", "field"),
    [
        (HIGH, LOW, Field.QUICK_WIN),
        (HIGH, HIGH, Field.MAJOR_PROJECT),
        (LOW, LOW, Field.FILL_IN),
        (LOW, HIGH, Field.NOT_NOW),
        (MIDDLE, LOW, Field.ON_LINE),
        (HIGH, MIDDLE, Field.ON_LINE),
        ((1, 0, 0, 0, 1), LOW, Field.ON_LINE),
        (None, LOW, Field.HIDDEN),
    ],
)
def test_a_quick_win_has_high_impact_and_low_effort_and_on_the_line_is_neither(
    impact: tuple[int, ...] | None, effort: tuple[int, ...], field: Field
) -> None:
    assert item(impact, effort).field is field


@pytest.mark.parametrize(
    ("told", "agreement"),
    [
        ((0, 0, 1, 8, 1), Agreement.AGREE),
        ((0, 2, 3, 4, 1), Agreement.DIFFER),
        ((2, 2, 2, 2, 2), Agreement.DIVIDED),
        ((3, 0, 0, 0, 6), Agreement.DIVIDED),
        ((0, 0, 0, 0, 1), Agreement.AGREE),
    ],
)
def test_how_far_people_agree(told: tuple[int, ...], agreement: Agreement) -> None:
    assert Reading(told).agreement is agreement


@given(counts)
def test_the_engine_reads_the_same_from_the_same_counts(told: tuple[int, ...]) -> None:
    ratings = Ratings.of_tallies([("", "1", "impact", told)], items=["1"], criteria=["impact"])
    [standing] = robustness(ratings, [Weighed("impact")], first=1, seed=1, draws=1).standings
    [engine] = standing.readings
    assert engine.mean == pytest.approx(Reading(told).mean)
    assert (engine.spread or 0) == pytest.approx(Reading(told).spread, abs=1e-6)
