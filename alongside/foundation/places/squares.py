"""The map of a nation's partnerships: a square for each, without any data from elsewhere.

A square stands where the national team put it. Whoever has none follows below, in order of name,
so that nobody is missing.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from django.utils.translation import gettext as _

from alongside.foundation.places.models import Place, PlaceArea
from alongside.ui.squares import Square

LAST = 12  # rows and columns, at most
NARROW = 4
REFERENCE = Path(__file__).parent / "reference" / "area_squares.toml"


@dataclass(frozen=True, slots=True)
class NationMap:
    """The squares of one nation, and the same as a table."""

    name: str
    squares: list[Square]
    has_invented: bool

    @property
    def is_narrow(self) -> bool:
        """Whether there is room beside it."""
        return max(square.column for square in self.squares) <= NARROW

    @property
    def head(self) -> list[str]:
        """What the columns of the table are called."""
        return [_("Partnership"), _("Where on the map"), _("Note")]

    @property
    def rows(self) -> list[list[object]]:
        """Who stands where, in words."""
        return [
            [
                {"text": square.name, "url": square.url} if square.url else square.name,
                _("row %(row)s, column %(column)s") % {"row": square.row, "column": square.column},
                _("invented") if square.is_faint else "",
            ]
            for square in self.squares
        ]


def _nowhere(_slug: str) -> str:
    return ""


def nation_maps(
    places: Iterable[Place], *, url_of: Callable[[str], str] = _nowhere
) -> list[NationMap]:
    """Return a map for each nation of these partnerships, which come with their nation.

    `url_of` says for a slug where its square leads.
    """
    by_nation = sorted(places, key=lambda place: (str(place.nation), place.name))
    return [
        _map_of(name, list(group), url_of)
        for name, group in groupby(by_nation, lambda place: str(place.nation))
    ]


def _map_of(name: str, places: list[Place], url_of: Callable[[str], str]) -> NationMap:
    def square(place: Place, row: int, column: int) -> Square:
        return Square(place.name, url_of(place.slug), row, column, is_faint=place.is_example)

    placed = [place for place in places if place.map_row is not None]
    top = min((place.map_row or 0 for place in placed), default=1) - 1
    left = min((place.map_column or 0 for place in placed), default=1) - 1
    squares = [
        square(place, (place.map_row or 0) - top, (place.map_column or 0) - left)
        for place in placed
    ]
    wide = max((one.column for one in squares), default=min(4, len(places)))
    below = max((one.row for one in squares), default=0) + 1
    others = [place for place in places if place.map_row is None]
    squares += [square(place, below + at // wide, 1 + at % wide) for at, place in enumerate(others)]
    return NationMap(name, squares, any(place.is_example for place in places))


@cache
def area_squares() -> Mapping[str, tuple[int, int]]:
    """Return where each council area stands, by its code."""
    told = tomllib.loads(REFERENCE.read_text(encoding="utf-8"))
    return {code: (row, column) for code, (row, column) in told.items()}


def suggested_squares(nation: Place) -> dict[str, tuple[int, int]]:
    """Return for partnerships the square of the first council area that they cover. One query."""
    covered = PlaceArea.objects.filter(place__nation=nation, until_on__isnull=True)
    rows = covered.order_by("-pk").values_list("place__slug", "council_area__code")
    return {slug: area_squares()[code] for slug, code in rows if code in area_squares()}
