"""Bands of a chance."""

import pytest

from alongside.engines.priorities import Band, band


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (1.0, Band.VERY_LIKELY),
        (0.9, Band.VERY_LIKELY),
        (0.89, Band.LIKELY),
        (2 / 3, Band.LIKELY),
        (0.66, Band.EITHER_WAY),
        (0.34, Band.EITHER_WAY),
        (1 / 3, Band.UNLIKELY),
        (0.11, Band.UNLIKELY),
        (0.1, Band.VERY_UNLIKELY),
        (0.0, Band.VERY_UNLIKELY),
        (None, Band.UNKNOWN),
    ],
)
def test_a_chance_has_a_band(chance, expected):
    assert band(chance) is expected


def test_likely_and_unlikely_mirror_each_other():
    mirrored = dict(zip(list(Band)[:5], list(Band)[4::-1], strict=True))
    for chance in (0.95, 0.7, 0.6, 0.5):
        assert band(1 - chance) is mirrored[band(chance)]
