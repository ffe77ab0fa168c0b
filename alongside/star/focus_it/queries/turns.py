"""What may be shown of a turn beside the turns before it: a change must not be a few people's.

The same people rate twice, so the difference between two pictures is what those said who changed
their minds, came, or left. Each group shown, and what is left of the whole without them, is looked
at as two sides: the scores that went, and those that came. A side of fewer people than the minimum,
or a small one of one mind, would tell what they said (trust 26, 28). Then groups step back into the
whole, and if that isn't enough the earlier figures stand. Whether few changed their minds or nobody
did can't be told apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.engines.disclosure import Policy
from alongside.star.focus_it.queries.cells import ALL, NOBODY, Cells, Counts, Said, counts_of


@dataclass(frozen=True, slots=True)
class Former:
    """What an earlier turn showed of one item by one criterion, and who had said what."""

    turn: int
    cells: Cells
    said: Said


def follow(now: Cells, said: Said, former: Sequence[Former], policy: Policy | None) -> Cells | None:
    """Return what may be shown now; nothing when the last of `former` has to stand."""
    if policy is None:
        return now
    cells: Cells | None = now
    for then in former:
        if cells is not None:
            cells = _Pair(then, cells, said, policy).shown()
    return cells


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two turns side by side."""

    then: Former
    cells: Cells
    said: Said
    policy: Policy

    def shown(self) -> Cells | None:
        """This turn's figures with the groups that may stand beside the earlier ones."""
        if not any(any(counts or NOBODY) for counts in self.then.cells.values()):
            return self.cells
        if self.cells[ALL] is None or self.then.cells[ALL] is None:
            return None
        groups = [group for group in self._shown_in_both() if not self._group_tells(group)]
        while self._rest_tells(groups):
            if not groups:
                return None
            groups.remove(min(groups, key=lambda group: sum(self.cells[group] or NOBODY)))
        return {name: self.cells[name] if name in {ALL, *groups} else None for name in self.cells}

    def _shown_in_both(self) -> list[str]:
        """The groups shown then and now; none if one that was shown has to be hidden now.

        What was shown of it would fill the gap that it leaves.
        """
        names = self._others([])
        if any(self.cells[name] is None and any(self.then.cells[name] or ()) for name in names):
            return []
        return [
            name
            for name in names
            if self.cells[name] is not None and self.then.cells[name] is not None
        ]

    def _others(self, groups: Sequence[str]) -> list[str]:
        return [name for name in self.cells if name not in {ALL, *groups}]

    def _group_tells(self, group: str) -> bool:
        then, now = (cells[group] or NOBODY for cells in (self.then.cells, self.cells))
        return self._tells(then, now, [group])

    def _rest_tells(self, groups: Sequence[str]) -> bool:
        then, now = (_without(cells, groups) for cells in (self.then.cells, self.cells))
        return self._tells(then, now, self._others(groups))

    def _tells(self, then: Counts, now: Counts, groups: Sequence[str]) -> bool:
        """Whether what went from these groups together, or came to them, is told of a few."""
        same = {who: told for who, told in self.said.items() if self.then.said.get(who) == told}
        stayed = counts_of(same, groups)
        changes = [less(then, stayed), less(now, stayed)]
        # Below zero somebody counts otherwise than they did then: nothing can be judged.
        return any(min(side) < 0 or self.policy.is_revealing(side, sum(side)) for side in changes)


def _without(cells: Cells, groups: Sequence[str]) -> Counts:
    """The whole without these groups."""
    rest = cells[ALL] or NOBODY
    for group in groups:
        rest = less(rest, cells[group] or NOBODY)
    return rest


def less(whole: Counts, part: Counts) -> Counts:
    """One count taken from another, score by score."""
    return tuple(a - b for a, b in zip(whole, part, strict=True))
