"""Load the counted ratings of a matrix as plain rows, for the engines: no names."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from alongside.star.focus_it.models import Criterion, Item, Matrix, Rating

# Who says at the door that they work here or sit on the council, with nobody to vouch for it, is
# counted among all and in no group (trust 17).
UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Row:
    """How one person rated one item in one turn: a score from 1 to 5 by criterion."""

    person: int
    group: str
    item: int
    turn: int
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MatrixRows:
    """Everything of a matrix that its figures are made from. Items go by their number."""

    minimum: int
    line: float
    criteria: tuple[str, ...]
    items: Mapping[int, int]  # number -> version
    rows: tuple[Row, ...]
    as_of: datetime | None

    def at(self, turn: int) -> Iterator[Row]:
        """What everybody said last, up to that turn: who wasn't asked again stays with it."""
        last = {(row.person, row.item): row for row in self.rows if row.turn <= turn}
        yield from last.values()

    def people(self) -> dict[int, str]:
        """Everybody who rated, with their group."""
        return {row.person: row.group for row in self.rows}

    @property
    def digest(self) -> str:
        """The fingerprint of the ratings that figures are made from."""
        rows = [[r.person, r.group, r.item, r.turn, r.scores] for r in self.rows]
        content = [self.minimum, self.line, self.criteria, self.items, rows]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def load_rows(matrix: Matrix, *, turn: int, line: float) -> MatrixRows:
    """Return the counted ratings up to that turn, in a stable order. Four queries."""
    place = matrix.place
    counted = (
        Rating.objects.in_place(place)
        .filter(item__matrix=matrix, turn__lte=turn)
        .counted()
        .order_by("turn", "pk")
    )
    return MatrixRows(
        minimum=matrix.minimum,
        line=line,
        criteria=tuple(
            Criterion.objects.in_place(place).filter(matrix=matrix).values_list("key", flat=True)
        ),
        items=dict(
            Item.objects.in_place(place)
            .filter(matrix=matrix, withdrawn_at__isnull=True)
            .values_list("number", "version")
        ),
        rows=tuple(
            Row(person, group if confirmed else UNCONFIRMED, item, of_turn, scores)
            for person, group, confirmed, item, of_turn, scores in counted.values_list(
                "response__participant_id",
                "response__group",
                "response__group_confirmed",
                "item__number",
                "turn",
                "scores",
            )
        ),
        as_of=counted.aggregate(newest=Max("received_at"))["newest"],
    )
