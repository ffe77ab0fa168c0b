"""Make the figures of a turn: everything that pages, pictures and files will ever show of it.

Pure: rows in, plain values out, ready to be stored as JSON. Titles are not in it: they are read
where they are shown, and an item whose words have changed since is rated anew.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.engines.disclosure import VERSION as DISCLOSURE_VERSION
from alongside.engines.disclosure import Policy
from alongside.engines.perceptions import VERSION as PERCEPTIONS_VERSION
from alongside.star.focus_it.queries.cells import (
    NAMES,
    NOBODY,
    Cells,
    Said,
    needs_merging,
    policy_of,
    protect_cells,
    said_of,
)
from alongside.star.focus_it.queries.differences import group_differences
from alongside.star.focus_it.queries.rows import MatrixRows
from alongside.star.focus_it.queries.turns import Former, follow

ENGINES = {"disclosure": DISCLOSURE_VERSION, "perceptions": PERCEPTIONS_VERSION}

type Bundle = Mapping[str, Any]
type SaidOf = Mapping[tuple[int, str], Said]


def matrix_figures(rows: MatrixRows, *, turn: int, earlier: Sequence[Bundle]) -> dict[str, Any]:
    """Return the bundle of a release.

    `earlier` are the bundles of the turns before, the first one first. Keys: turn, merged, line,
    criteria, people, items, differences. Of an item, `figures` has by criterion how many gave each
    score, group by group (nothing where it is hidden), and `since` the turn that this dates from.
    """
    merged = earlier[0]["merged"] if earlier else needs_merging(rows)
    said = {then: said_of(rows, then, merged=merged) for then in range(1, turn + 1)}
    items = [_item(key, rows, said, turn, earlier) for key in rows.items.items()]
    return {
        "turn": turn,
        "merged": merged,
        "line": rows.line,
        "criteria": list(rows.criteria),
        "people": dict(Counter(rows.people().values())),
        "items": items,
        "differences": group_differences(items),
    }


def _item(
    key: tuple[int, int],
    rows: MatrixRows,
    said: Mapping[int, SaidOf],
    turn: int,
    earlier: Sequence[Bundle],
) -> dict[str, Any]:
    """One item: what is shown of it, criterion by criterion, and from which turn."""
    number, version = key
    figures: dict[str, Any] = {}
    since: dict[str, int] = {}
    for criterion in rows.criteria:
        about = number, criterion
        former = [
            Former(one["turn"], cells, said[one["turn"]].get(about, {}))
            for one in earlier
            if (cells := _new_in(one, key, criterion)) is not None
        ]
        cells = _cells(said[turn].get(about, {}), former, policy_of(rows.minimum))
        stands = bool(former) and cells == former[-1].cells
        figures[criterion] = _stored(cells)
        since[criterion] = former[-1].turn if stands else turn
    return {"number": number, "version": version, "figures": figures, "since": since}


def _cells(said: Said, former: Sequence[Former], policy: Policy | None) -> Cells:
    cells = follow(protect_cells(said, policy), said, former, policy)
    return former[-1].cells if cells is None else cells


def _new_in(bundle: Bundle, key: tuple[int, int], criterion: str) -> Cells | None:
    """What a turn showed for the first time of an item under the same words."""
    for item in bundle["items"]:
        if (item["number"], item["version"]) == key:
            return cells_of(item, criterion) if item["since"][criterion] == bundle["turn"] else None
    return None


def cells_of(item: Bundle, criterion: str) -> Cells:
    """Return what a release holds of an item by a criterion."""
    stored = item["figures"][criterion]
    return {
        name: None if (counts := stored.get(name, NOBODY)) is None else tuple(counts)
        for name in NAMES
    }


def _stored(cells: Cells) -> dict[str, list[int] | None]:
    """Groups in which nobody said anything are left out."""
    return {
        name: None if counts is None else list(counts)
        for name, counts in cells.items()
        if counts is None or any(counts)
    }
