"""The kinds of question. Each has one shape of answer in the document of a response."""

from enum import StrEnum


class Kind(StrEnum):
    """What is asked for; beside it the shape of an answer, as JSON."""

    ONE = "one"  # the name of a choice
    SEVERAL = "several"  # names of choices, in the order of the list
    RANKING = "ranking"  # names of all choices, the most important first
    SCALE = "scale"  # a whole number from `start` to `end`
    WHOLE = "whole"  # a whole number
    DECIMAL = "decimal"  # a number, as text, so that nothing is rounded
    DATE = "date"  # "2026-11-24"
    TIME = "time"  # "14:30"
    TEXT = "text"  # a line
    LONG_TEXT = "long_text"  # lines
    PLACE = "place"  # {"lat": "55.95", "lon": "-3.19", "words": "the bridge"}, either or both
    PHOTO = "photo"  # the id of a file that was kept
    CONSENT = "consent"  # true; a "no" is left empty
    NOTE = "note"  # nothing: it is read
    WORKED_OUT = "worked_out"  # what its calculation gives; not shown


NOT_ANSWERED = frozenset({Kind.NOTE, Kind.WORKED_OUT})
WITH_CHOICES = frozenset({Kind.ONE, Kind.SEVERAL, Kind.RANKING})
NUMBERS = frozenset({Kind.SCALE, Kind.WHOLE, Kind.DECIMAL})
