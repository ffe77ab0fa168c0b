"""What may be said of groups side by side: where they rate differently, and who may be overheard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.queries.cells import DECIDE
from alongside.star.focus_it.queries.differences import RESIDENT, StoredDifference
from alongside.star.focus_it.queries.readings import IMPACT, ItemReading
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.rows import UNCONFIRMED
from alongside.star.focus_it.queries.telling import group_names

CLEARLY_HIGHER = 0.5
SURENESS = {
    "sure": gettext_lazy("Sure."),
    "fairly_sure": gettext_lazy("Fairly sure."),
    "cant_tell": gettext_lazy("Can't tell."),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """How a group and residents rate one item by one criterion: in words, and in pairs of people."""

    item: ItemReading
    criterion: str
    sentence: str
    pairs: str
    sureness: str
    is_clear: bool


def differences(
    results: Results, words: Words, *, only: ItemReading | None = None
) -> list[Difference]:
    """Return the comparisons with residents, clear ones first, the biggest first."""
    names = {criterion.key: criterion.name for criterion in results.criteria}
    stored = [StoredDifference(*told) for told in results.bundle["differences"]]
    found = sorted(stored, key=lambda told: (not told.clear, -abs(told.higher - told.lower)))
    items = {item.number: item for item in ([only] if only else results.items)}
    return [
        _difference(told, items[told.item], names[told.criterion], words)
        for told in found
        if told.criterion in names and told.item in items
    ]


def _difference(
    told: StoredDifference, item: ItemReading, criterion: str, words: Words
) -> Difference:
    names = group_names(words)
    groups = {"group": names[told.group], "residents": names[RESIDENT]}
    if not told.clear:
        text = _("%(group)s and %(residents)s: no clear difference.")
    elif told.higher > told.lower:
        text = _("%(group)s rate it higher than %(residents)s do.")
    else:
        text = _("%(group)s rate it lower than %(residents)s do.")
    pairs = _(
        "Of 100 pairs, %(group)s rate higher in %(higher)s, lower in %(lower)s, the same in %(same)s."
    )
    counted = {"higher": told.higher, "lower": told.lower, "same": told.same}
    sentence = text % groups
    return Difference(
        item,
        criterion,
        sentence[:1].upper() + sentence[1:],
        pairs % (groups | counted),
        str(SURENESS[told.certainty]),
        told.clear,
    )


@dataclass(frozen=True, slots=True)
class Overheard:
    """What a group rates high that is outnumbered in the room."""

    group: str
    sentence: str
    items: tuple[ItemReading, ...]


def overheard(results: Results, words: Words) -> list[Overheard]:
    """Return what the least heard rate high, where all together do not, or clearly less so.

    Least heard are residents where they are fewer than half, and any group with less than half of
    its fair share of voices.
    """
    found = []
    for group, count, total in _least_heard(results.bundle):
        items = tuple(item for item in results.items if _rates_high(item, group))
        if items:
            told = {"group": group_names(words)[group], "count": count, "total": total}
            text = _(
                "%(group)s are %(count)s of the %(total)s who rated. They see a high impact in:"
            )
            sentence = text % told
            found.append(Overheard(group, sentence[:1].upper() + sentence[1:], items))
    return found


def _least_heard(bundle: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    people = dict(bundle["people"])
    people.pop(UNCONFIRMED, None)
    if bundle["merged"]:
        people[DECIDE] = people.pop("elected", 0) + people.pop("manager", 0)
    total = sum(people.values())
    return [
        (group, count, total)
        for group, count in people.items()
        if 2 * count < (total if group == RESIDENT else total / len(people))
    ]


def _rates_high(item: ItemReading, group: str) -> bool:
    theirs, everyones = item.of(IMPACT, group), item.of(IMPACT)
    if theirs is None or everyones is None or theirs.side(item.line) <= 0:
        return False
    return everyones.side(item.line) <= 0 or theirs.mean >= everyones.mean + CLEARLY_HIGHER


def overheard_by_item(found: Sequence[Overheard], words: Words) -> dict[int, str]:
    """Return a remark for each item that is rated high by a group that is outnumbered."""
    names = group_names(words)
    remarks: dict[int, list[str]] = {}
    for one in found:
        for item in one.items:
            remarks.setdefault(item.number, []).append(names[one.group])
    return {
        number: _("rated high by %(groups)s") % {"groups": ", ".join(groups)}
        for number, groups in remarks.items()
    }
