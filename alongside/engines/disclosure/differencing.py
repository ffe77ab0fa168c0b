"""Two releases of one round, side by side: what changed between them must not be a few people.

The rule is all or nothing. A later release may follow an earlier one only if, for every cell
shown in both, for every remainder that both leave, and for every cell that one release hides
and the other fills in, the difference is nobody or at least the minimum. Otherwise the earlier
release stands whole, so that its margins always fit its cells.

Differences are looked for along lines (a margin and its cells, a merge and its members) and not
in every combination of the two releases; so release again when a wave of answers has come in,
not after each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from .dimensions import TOTAL, Dimension, Key
from .errors import DisclosureError
from .policy import Policy
from .release import Protected, Shown
from .rollups import Line

MOST_CHOICES = 5_000


@dataclass(frozen=True)
class Difference:
    """One group taken from another: by category, and in people."""

    counts: tuple[int, ...]
    people: int


def can_follow(then: Protected, now: Protected) -> bool:
    """Whether a release may stand beside an earlier one of the same round."""
    _check_same_table(then, now)
    lines = list(_lines(then, now))
    return not (
        _a_shown_cell_gives_away(then, now)
        or any(_a_remainder_gives_away(line, then, now) for line in lines)
        or any(_filling_in_gives_away(line, then, now) for line in lines)
        or any(_filling_in_gives_away(line, now, then) for line in lines)
    )


def _check_same_table(then: Protected, now: Protected) -> None:
    if (then.dimensions, then.categories) != (now.dimensions, now.categories):
        raise DisclosureError("different_table", digest=then.digest)
    if then.policy != now.policy:
        raise DisclosureError("different_policy", digest=then.digest)


def change_gives_away(change: Difference, policy: Policy) -> bool:
    """Whether a change in one group's figures is the doing of too few people.

    >>> change_gives_away(Difference((0, 0), 0), Policy())
    False
    >>> change_gives_away(Difference((3, 4), 7), Policy())
    False
    >>> change_gives_away(Difference((1, -1), 0), Policy())  # somebody changed their mind
    True
    >>> change_gives_away(Difference((6, -1), 5), Policy())  # five more, and one of them gone
    True
    """
    if not any(change.counts) and not change.people:
        return False
    if abs(change.people) < policy.minimum:
        return True
    gained = [max(0, count) for count in change.counts]
    lost = [max(0, -count) for count in change.counts]
    return any(policy.is_revealing(side, sum(side)) for side in (gained, lost))


def _a_shown_cell_gives_away(then: Protected, now: Protected) -> bool:
    return any(
        change_gives_away(_less(after, [before]), now.policy)
        for key, after in now.cells.items()
        if isinstance(after, Shown) and isinstance(before := then.cells.get(key), Shown)
    )


def _a_remainder_gives_away(line: Line, then: Protected, now: Protected) -> bool:
    """The margin less the cells shown in both: how that remainder changed."""
    margins = value(then, line.margin), value(now, line.margin)
    if margins[0] is None or margins[1] is None:
        return False
    pairs = [(value(then, key), value(now, key)) for key in line.cells]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    before = _less(margins[0], [a for a, _ in both])
    after = _less(margins[1], [b for _, b in both])
    return change_gives_away(_less(after, [before]), now.policy)


def _filling_in_gives_away(line: Line, held: Protected, other: Protected) -> bool:
    """One release's margin and cells, with some that it hides taken from the other.

    A reader may guess that a group hardly changed. If every cell can be filled in, what is left
    is a change; while some can't, what is left is their content. Every choice of cells to fill
    in is tried, except those that leave less than nothing; a line with more choices than
    `MOST_CHOICES` is taken to give something away.
    """
    margin = value(held, line.margin)
    if margin is None:
        return False
    own = [value(held, key) for key in line.cells]
    fills = [value(other, key) for key, mine in zip(line.cells, own, strict=True) if mine is None]
    known = [fill for fill in fills if fill is not None]
    if not known:
        return False
    left = _less(margin, [cell for cell in own if cell is not None])
    if len(known) == len(fills) and change_gives_away(_less(left, known), held.policy):
        return True
    remainders = _remainders(left, known)
    return len(remainders) > MOST_CHOICES or any(
        held.policy.is_revealing(r.counts, sum(r.counts)) or held.policy.is_too_few(r.people)
        for r in remainders - {left}
    )


def _remainders(whole: Difference, parts: Sequence[Shown]) -> set[Difference]:
    """What any choice of the parts leaves of the whole, as long as it leaves something."""
    found = {whole}
    for part in parts:
        found |= {left for r in found if min((left := _less(r, [part])).counts) >= 0}
        if len(found) > MOST_CHOICES:
            break
    return found


def value(release: Protected, key: Key) -> Shown | None:
    """What a release says about a key, shown or as the sum of a merge's shown members."""
    cell = release.cells.get(key)
    if cell is not None:
        return cell if isinstance(cell, Shown) else None
    for axis, dimension in enumerate(release.dimensions):
        for merge in dimension.merges:
            if merge.label == key[axis] and merge not in release.merges_used:
                return _sum([value(release, _with(key, axis, part)) for part in merge.members])
    return None


def _sum(parts: Sequence[Shown | None]) -> Shown | None:
    cells = [part for part in parts if part is not None]
    if len(cells) < len(parts):
        return None
    counts = tuple(sum(column) for column in zip(*(cell.counts for cell in cells), strict=True))
    return Shown(counts, sum(cell.people for cell in cells))


def _less(whole: Shown | Difference, parts: Sequence[Shown | Difference]) -> Difference:
    counts = list(whole.counts)
    for part in parts:
        counts = [a - b for a, b in zip(counts, part.counts, strict=True)]
    return Difference(tuple(counts), whole.people - sum(part.people for part in parts))


def _lines(then: Protected, now: Protected) -> Iterator[Line]:
    """Every line of either release, and every merge with its members as a line of its own."""
    names = [(*d.members, *(merge.label for merge in d.merges), TOTAL) for d in now.dimensions]
    for axis, dimension in enumerate(now.dimensions):
        for whole, parts in _partitions(dimension, then, now):
            others = [[whole] if at == axis else names[at] for at in range(len(names))]
            for key in product(*others):
                yield Line(key, tuple(_with(key, axis, part) for part in parts))


def _partitions(
    dimension: Dimension, then: Protected, now: Protected
) -> set[tuple[str, tuple[str, ...]]]:
    totals = {
        (TOTAL, dimension.released_members(m for m in dimension.merges if m in release.merges_used))
        for release in (then, now)
    }
    return totals | {(merge.label, merge.members) for merge in dimension.merges}


def _with(key: Key, axis: int, name: str) -> Key:
    return (*key[:axis], name, *key[axis + 1 :])
