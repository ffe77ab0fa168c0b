"""Bands of a chance, as codes: the words belong to the page.

Source: Mastrandrea and others (2010), Guidance note for lead authors of the IPCC fifth assessment
report on consistent treatment of uncertainties (nine tenths, two thirds, a third, a tenth).
"""

from enum import StrEnum


class Band(StrEnum):
    """How likely something is."""

    VERY_LIKELY = "very_likely"
    LIKELY = "likely"
    EITHER_WAY = "either_way"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very_unlikely"
    UNKNOWN = "unknown"


def band(chance: float | None) -> Band:
    """The band of a chance; `unknown` for none. A chance on a border is in the firmer band.

    >>> [str(band(chance)) for chance in (0.9, 0.5, 0.1, None)]
    ['very_likely', 'either_way', 'very_unlikely', 'unknown']
    """
    if chance is None:
        return Band.UNKNOWN
    if chance >= 0.90:
        return Band.VERY_LIKELY
    if chance >= 2 / 3:
        return Band.LIKELY
    if chance > 1 / 3:
        return Band.EITHER_WAY
    return Band.UNLIKELY if chance > 0.10 else Band.VERY_UNLIKELY
