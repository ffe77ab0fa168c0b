"""How many gave an item each score: what the average is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.models import Criterion
from alongside.star.focus_it.queries.cells import ALL, DIMENSION
from alongside.star.focus_it.queries.readings import ItemReading
from alongside.star.focus_it.queries.rows import UNCONFIRMED
from alongside.star.focus_it.queries.telling import group_names, value
from alongside.star.framework.twin import Table


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion with who gave which score; `since` is the turn that this dates from."""

    criterion: Criterion
    table: Table
    since: int


def score_tables(item: ItemReading, criteria: Sequence[Criterion], words: Words) -> list[Question]:
    """Return the scores by criterion, everybody first, then each group that is shown."""
    return [
        Question(criterion, _table(item, criterion, words), item.since[criterion.key])
        for criterion in criteria
    ]


def _table(item: ItemReading, criterion: Criterion, words: Words) -> Table:
    names = {ALL: _("everyone"), **group_names(words)}
    rows = []
    for group in (ALL, *DIMENSION.members):
        # A group in which nobody rated has no entry; one that is hidden has an empty one.
        if group != UNCONFIRMED and group in item.readings[criterion.key]:
            reading = item.of(criterion.key, group)
            counts = map(str, reading.counts) if reading else [_("not shown")] * 5
            rows.append((names[group], *counts, value(reading)))
    anchors = [
        _("%(score)s: %(words)s") % {"score": score, "words": text}
        for score, text in enumerate(criterion.anchors, start=1)
    ]
    return Table(criterion.question, (_("Who"), *anchors, _("Average")), tuple(rows))
