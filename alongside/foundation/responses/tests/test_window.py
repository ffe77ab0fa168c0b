"""When answers are taken."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.foundation.responses.window import Phase, Window

OPENS = datetime(2026, 11, 4, 9, tzinfo=UTC)
CLOSES = datetime(2026, 12, 2, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def at(now: datetime, **facts: bool) -> Phase:
    return Window(now, OPENS, CLOSES, timedelta(hours=24), **facts).phase


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (OPENS - SECOND, Phase.NOT_YET),
        (OPENS, Phase.OPEN),
        (CLOSES - SECOND, Phase.OPEN),
        (CLOSES, Phase.GRACE),
        (CLOSES + timedelta(hours=24) - SECOND, Phase.GRACE),
        (CLOSES + timedelta(hours=24), Phase.CLOSED),
    ],
)
def test_time_passes_through_four_phases(now: datetime, phase: Phase):
    assert at(now) is phase


def test_what_is_still_prepared_has_not_opened():
    assert at(OPENS, is_prepared=False) is Phase.NOT_YET


def test_what_somebody_closed_is_closed_at_once():
    assert at(OPENS, is_ended=True) is Phase.CLOSED
