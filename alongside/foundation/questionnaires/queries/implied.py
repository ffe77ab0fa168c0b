"""Hide what skip rules would give away: who was asked a question says what they answered to another.

Where a question is asked only of those who help others, the number of its answers is the number of
helpers. So it is told for groups only where every group is told of the question that it hangs on,
and of everybody only where everybody is. Hanging on something of which no figures are told (an age,
say), it is told of everybody at most, and only if those left out are nobody or enough.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from alongside.engines.questions.contents import Group, Item
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.worth import condition_of

EVERYBODY = "*"
type Cells = Mapping[str, Sequence[int] | None]


def hangs_on(contents: Contents) -> dict[str, frozenset[str]]:
    """Return for each question the names on which it hangs, by itself or by the groups around it.

    A list whose choices are filtered by another answer hangs on that too.
    """
    return dict(_hanging(contents.members, frozenset()))


def _hanging(
    members: Iterable[Item], around: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for one in members:
        names = around | _names(one.asked_if)
        if isinstance(one, Group):
            yield from _hanging(one.members, names | _names(one.count))
        else:
            yield one.name, names | _names(one.choice_filter)


def _names(condition: str) -> frozenset[str]:
    return condition_of(condition).names if condition else frozenset()


def without_what_follows(
    told: Mapping[str, Sequence[Cells]],
    hanging: Mapping[str, frozenset[str]],
    *,
    people: int,
    minimum: int,
) -> dict[str, list[dict[str, Any]]]:
    """Return the cells of each question's parts without what another question hides.

    `told` is in the order of the questionnaire; of a question that hangs on a later one nothing is
    known yet, and it is treated as if that were hidden. `people` is how many sent anything.
    """
    kept: dict[str, list[dict[str, Any]]] = {}
    for name, parts in told.items():
        kept[name] = [dict(cells) for cells in parts]
        on = hanging[name]
        if not on:
            continue
        if not all(one in kept and _is_open(kept[one], groups=True) for one in on):
            kept[name] = [
                dict.fromkeys(cells) | {EVERYBODY: cells[EVERYBODY]} for cells in kept[name]
            ]
        is_a_few = 0 < _left_out(parts, people) < minimum
        if not all(
            one in kept and _is_open(kept[one], groups=False) if one in told else not is_a_few
            for one in on
        ):
            kept[name] = [dict.fromkeys(cells) for cells in kept[name]]
    return kept


def _left_out(parts: Sequence[Cells], people: int) -> int:
    """How many sent something and gave no answer here, mostly because they weren't asked."""
    return people - max((sum(cells[EVERYBODY] or ()) for cells in parts), default=0)


def _is_open(parts: Sequence[Cells], *, groups: bool) -> bool:
    """Whether a question is told of everybody, and of every group as well."""
    return all(
        counts is not None
        for cells in parts
        for name, counts in cells.items()
        if groups or name == EVERYBODY
    )
